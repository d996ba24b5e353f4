package newsletter.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import newsletter.web.NoAnswerException;
import newsletter.web.Response;
import newsletter.web.WebClient;

/** The threads that make visits. */
final class Crew {
    private final WebClient client;
    private final Rota rota;
    private final Outlook outlook;

    Crew(WebClient client, Rota rota, Outlook outlook) {
        this.client = client;
        this.rota = rota;
        this.outlook = outlook;
    }

    /**
     * Makes all visits. When the calling thread is interrupted, stops soon and leaves the rest.
     *
     * @param hands how many threads
     */
    void work(int hands) {
        ExecutorService executor = Executors.newFixedThreadPool(hands, work -> {
            Thread thread = new Thread(work, "links");
            thread.setDaemon(true);
            return thread;
        });
        List<Future<?>> shifts = new ArrayList<>();
        for (int i = 0; i < hands; i++) {
            shifts.add(executor.submit(this::shift));
        }
        executor.shutdown();
        try {
            for (Future<?> shift : shifts) {
                shift.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a link could not be judged", e.getCause());
        } finally {
            rota.stop();
            executor.shutdownNow();
        }
    }

    private void shift() {
        try {
            for (Optional<Visit> next = rota.take(); next.isPresent(); next = rota.take()) {
                rota.after(next.get(), ask(next.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            rota.stop();
            throw e;
        }
    }

    private Step ask(Visit visit) {
        String host = visit.at().host().name();
        long begun = System.nanoTime();
        try {
            Response response = client.ask(visit.method(), visit.at());
            outlook.heard(host);
            return visit.heard(response);
        } catch (NoAnswerException e) {
            outlook.silent(host, e.trouble());
            return visit.failed(e);
        } finally {
            visit.spent(Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
