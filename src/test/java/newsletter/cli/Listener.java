package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A tab of a preview that only listens: what it is told comes as data. */
final class Listener {
    private final HttpClient client = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<JsonObject> bulletins = new LinkedBlockingQueue<>();

    /** The pages that were told of before what is wrong with them. */
    private final Set<String> announced = ConcurrentHashMap.newKeySet();

    private final String url;

    /** Fails when what came could not be read. */
    private CompletableFuture<Void> listening = new CompletableFuture<>();

    private Listener(String url) {
        this.url = url;
    }

    /** Listens to what is said of the newest issue. */
    static Listener of(RunningPreview preview) {
        Listener listener = new Listener(preview.url());
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(preview.url() + "_/events")).build();
        listener.listening = listener.client
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body()
                        .filter(line -> line.startsWith("data: "))
                        .map(line -> JsonParser.parseString(line.substring(6)).getAsJsonObject())
                        .forEach(listener::hear));
        return listener;
    }

    private void hear(JsonObject news) {
        if (news.has("version")) {
            announced.add(news.get("version").getAsString());
        } else {
            bulletins.add(news);
        }
    }

    /** The versions of pages that were told of before what is wrong with them. */
    Set<String> announced() {
        return announced;
    }

    /** What has to be so in the end. */
    interface Wish {
        boolean isFulfilledBy(JsonObject bulletin) throws IOException, InterruptedException;
    }

    /**
     * Hears bulletins until one fulfils a wish.
     *
     * @return how many it took
     */
    int await(String about, Wish wish) throws IOException, InterruptedException {
        JsonObject last = new JsonObject();
        int heard = 0;
        do {
            JsonObject next = bulletins.poll(60, TimeUnit.SECONDS);
            assertThat(listening).as(about).isNotCompletedExceptionally();
            assertThat(next).as(about + ": nothing came after " + last).isNotNull();
            assertThat(next.has("trouble")).as(about + ": " + next).isFalse();
            last = next;
            heard++;
        } while (!wish.isFulfilledBy(last));
        return heard;
    }

    /** The page of an issue as it is served now. */
    String page(String issue) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + issue + "/index.html")).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
