package newsletter.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import newsletter.finding.Finding;
import newsletter.pipeline.Build;
import newsletter.pipeline.Built;

/** What a command came to, as one JSON document. */
final class JsonReport {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private JsonReport() {}

    static String of(Build.Outcome outcome, ExitCode exit) {
        JsonArray findings = new JsonArray();
        outcome.findings().forEach(finding -> findings.add(json(finding)));
        JsonArray issues = new JsonArray();
        outcome.issues().forEach(built -> issues.add(json(built)));
        JsonObject report = new JsonObject();
        report.add("findings", findings);
        report.add("issues", issues);
        report.addProperty("exit", exit.status());
        return GSON.toJson(report);
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

    private static JsonObject json(Built built) {
        JsonObject json = new JsonObject();
        json.addProperty("id", built.id());
        json.addProperty("sections", built.sections());
        json.addProperty("entries", built.entries());
        json.addProperty("links", built.links());
        json.addProperty("pageBytes", built.pageBytes());
        json.addProperty("textBytes", built.textBytes());
        json.addProperty("pictures", built.pictures());
        json.addProperty("pictureBytes", built.pictureBytes());
        json.addProperty("page", built.page().toString());
        return json;
    }
}
