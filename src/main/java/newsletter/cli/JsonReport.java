package newsletter.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import newsletter.finding.Finding;
import newsletter.link.Verdict;
import newsletter.pipeline.Build;
import newsletter.pipeline.Built;
import newsletter.pipeline.Extent;
import newsletter.send.State;

/** What a command came to, as one JSON document. It is printed item by item: of 20,000 links it is 11 MB. */
final class JsonReport {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final PrintStream out;

    /** What is not printed yet. */
    private final StringWriter text = new StringWriter();

    private final JsonWriter json;

    private JsonReport(PrintStream out) {
        this.out = out;
        try {
            this.json = GSON.newJsonWriter(text);
            json.beginObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void print(Build.Outcome outcome, ExitCode exit, PrintStream out) {
        new JsonReport(out)
                .begin(outcome.findings(), outcome.issues().stream().map(JsonReport::json), exit)
                .end();
    }

    static void print(CheckReport checked, ExitCode exit, PrintStream out) {
        JsonReport report = new JsonReport(out)
                .begin(checked.findings(), checked.issues().stream().map(JsonReport::json), exit);
        checked.links()
                .ifPresent(links -> report.add(
                                "links", links.report().checked().stream().map(JsonReport::json))
                        .add("changes", links.changes().stream().map(change -> new JsonPrimitive(change.toString()))));
        report.end();
    }

    static void print(List<Finding> findings, ExitCode exit, PrintStream out) {
        new JsonReport(out).begin(findings, Stream.of(), exit).end();
    }

    /** @param deliveries of the issue to the list, now and in all sends before */
    static void print(List<Finding> findings, Map<State, Long> deliveries, ExitCode exit, PrintStream out) {
        JsonObject counts = new JsonObject();
        deliveries.forEach((state, number) -> counts.addProperty(state.name().toLowerCase(Locale.ROOT), number));
        new JsonReport(out)
                .begin(findings, Stream.of(), exit)
                .add("deliveries", counts)
                .end();
    }

    private JsonReport begin(List<Finding> findings, Stream<JsonObject> issues, ExitCode exit) {
        return add("findings", findings.stream().map(JsonReport::json))
                .add("issues", issues)
                .add("exit", new JsonPrimitive(exit.status()));
    }

    private JsonReport add(String name, Stream<? extends JsonElement> items) {
        try {
            json.name(name).beginArray();
            items.forEach(this::write);
            json.endArray();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonReport add(String name, JsonElement value) {
        try {
            json.name(name);
            write(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(JsonElement value) {
        GSON.toJson(value, json);
        out.print(text);
        text.getBuffer().setLength(0);
    }

    private void end() {
        try {
            json.endObject();
            out.println(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject json(newsletter.link.Checked link) {
        JsonObject json = new JsonObject();
        json.addProperty("address", link.address());
        json.addProperty("verdict", link.rule().isAsked() ? link.verdict().word() : "not asked");
        json.addProperty("rule", link.rule().id());
        link.status().ifPresent(status -> json.addProperty("status", status));
        if (link.verdict() instanceof Verdict.Moved moved) {
            json.addProperty("to", moved.to());
        }
        JsonArray places = new JsonArray();
        link.places().forEach(place -> places.add(place.toString()));
        json.add("places", places);
        return json;
    }

    private static JsonObject json(Finding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("severity", finding.severity().word());
        json.addProperty("code", finding.code().id());
        json.addProperty("path", finding.at().source().path());
        json.addProperty("line", finding.at().line());
        json.addProperty("column", finding.at().column());
        json.addProperty("message", finding.message());
        json.addProperty("hint", finding.hint());
        return json;
    }

    private static JsonObject json(Extent issue) {
        JsonObject json = new JsonObject();
        json.addProperty("id", issue.id());
        json.addProperty("sections", issue.sections());
        json.addProperty("entries", issue.entries());
        json.addProperty("links", issue.links());
        json.addProperty("pageBytes", issue.pageBytes());
        json.addProperty("textBytes", issue.textBytes());
        json.addProperty("pictures", issue.pictures());
        json.addProperty("pictureBytes", issue.pictureBytes());
        return json;
    }

    private static JsonObject json(Built built) {
        JsonObject json = json(built.extent());
        json.addProperty("page", built.page().toString());
        return json;
    }
}
