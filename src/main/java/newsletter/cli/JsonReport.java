package newsletter.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsletter.finding.Finding;
import newsletter.link.Verdict;
import newsletter.pipeline.Build;
import newsletter.pipeline.Built;
import newsletter.pipeline.Extent;
import newsletter.send.State;

/** What a command came to, as one JSON document. */
final class JsonReport {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private JsonReport() {}

    static String of(Build.Outcome outcome, ExitCode exit) {
        return GSON.toJson(report(
                outcome.findings(),
                outcome.issues().stream().map(JsonReport::json).toList(),
                exit));
    }

    static String of(CheckReport checked, ExitCode exit) {
        JsonObject report = report(
                checked.findings(),
                checked.issues().stream().map(JsonReport::json).toList(),
                exit);
        checked.links().ifPresent(links -> {
            JsonArray all = new JsonArray();
            links.report().checked().forEach(link -> all.add(json(link)));
            report.add("links", all);
            JsonArray changes = new JsonArray();
            links.changes().forEach(change -> changes.add(change.toString()));
            report.add("changes", changes);
        });
        return GSON.toJson(report);
    }

    static String of(List<Finding> findings, ExitCode exit) {
        return GSON.toJson(report(findings, List.of(), exit));
    }

    /** @param deliveries of the issue to the list, now and in all sends before */
    static String of(List<Finding> findings, Map<State, Long> deliveries, ExitCode exit) {
        JsonObject report = report(findings, List.of(), exit);
        JsonObject counts = new JsonObject();
        deliveries.forEach((state, number) -> counts.addProperty(state.name().toLowerCase(Locale.ROOT), number));
        report.add("deliveries", counts);
        return GSON.toJson(report);
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

    private static JsonObject report(List<Finding> found, List<JsonObject> about, ExitCode exit) {
        JsonArray findings = new JsonArray();
        found.forEach(finding -> findings.add(json(finding)));
        JsonArray issues = new JsonArray();
        about.forEach(issues::add);
        JsonObject report = new JsonObject();
        report.add("findings", findings);
        report.add("issues", issues);
        report.addProperty("exit", exit.status());
        return report;
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
