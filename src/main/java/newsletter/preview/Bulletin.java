package newsletter.preview;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import newsletter.finding.Finding;
import newsletter.finding.Location;
import newsletter.finding.Secrecy;
import newsletter.model.Issue;

/** What the frame is told, as one line of JSON. */
final class Bulletin {
    /** As it is read by a script alone, nothing in it is taken for a tag; pages are full of what would have to be escaped. */
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Bulletin() {}

    /** That there is nothing to be told of an issue but this. */
    static String ofTrouble(String message) {
        JsonObject json = new JsonObject();
        json.addProperty("trouble", message);
        return GSON.toJson(json);
    }

    /** How many links have been settled while servers are asked. */
    static String ofTally(int done, int total) {
        JsonObject json = new JsonObject();
        json.addProperty("done", done);
        json.addProperty("total", total);
        return GSON.toJson(json);
    }

    /** A newer page of an issue; what is wrong with it is told later. */
    static String ofPage(Print print) {
        JsonObject json = new JsonObject();
        json.addProperty("issue", print.sheet().issue().id());
        json.addProperty("version", print.version());
        json.addProperty("html", print.sheet().email().html());
        return GSON.toJson(json);
    }

    /**
     * The state of an issue.
     *
     * @param good the last page that could be made; empty where there was none yet
     */
    static String of(Proof proof, Optional<Print> good) {
        JsonObject json = new JsonObject();
        proof.issue().ifPresent(issue -> json.addProperty("issue", issue));
        json.addProperty("broken", !proof.good());
        json.add("issues", editions(proof.editions()));
        json.add("findings", findings(proof, good));
        proof.links().ifPresent(links -> json.addProperty("links", links));
        good.ifPresent(print -> json.add("page", page(print)));
        return GSON.toJson(json);
    }

    private static JsonArray editions(List<Edition> editions) {
        JsonArray array = new JsonArray();
        for (Edition edition : editions) {
            JsonObject json = new JsonObject();
            json.addProperty("id", edition.id());
            json.addProperty("title", edition.title());
            json.addProperty("date", edition.date().toString());
            array.add(json);
        }
        return array;
    }

    private static JsonArray findings(Proof proof, Optional<Print> good) {
        JsonArray array = new JsonArray();
        for (Finding finding : proof.findings()) {
            JsonObject json = finding(finding, good);
            json.addProperty("blocks", proof.obstacles().contains(finding));
            array.add(json);
        }
        return array;
    }

    private static JsonObject finding(Finding finding, Optional<Print> good) {
        Location at = finding.at();
        JsonObject json = new JsonObject();
        json.addProperty("severity", finding.severity().word());
        json.addProperty("code", finding.code().id());
        json.addProperty("path", at.source().path());
        json.addProperty("line", at.line());
        json.addProperty("column", at.column());
        json.addProperty("message", finding.message());
        json.addProperty("hint", finding.hint());
        String text = at.source().line(at.line());
        if (!text.isBlank() && !Secrecy.covers(text)) {
            json.addProperty("text", text);
        }
        good.flatMap(print -> print.places().of(at)).ifPresent(element -> json.addProperty("element", element));
        return json;
    }

    private static JsonObject page(Print print) {
        Sheet sheet = print.sheet();
        Issue issue = sheet.issue();
        JsonObject json = new JsonObject();
        json.addProperty("version", print.version());
        json.addProperty("title", issue.title());
        json.addProperty("subject", issue.subject());
        issue.preheader().ifPresent(preheader -> json.addProperty("preheader", preheader));
        json.addProperty(
                "sender",
                sheet.publication()
                        .sender()
                        .map(sender -> sender.name())
                        .orElse(sheet.publication().name()));
        json.addProperty("bytes", sheet.email().html().getBytes(StandardCharsets.UTF_8).length);
        json.addProperty("pictures", sheet.email().pictures().size());
        json.addProperty("links", sheet.email().links());
        json.addProperty("hasMessage", sheet.hasMessage());
        json.add("entries", entries(print.places()));
        return json;
    }

    private static JsonArray entries(Places places) {
        JsonArray array = new JsonArray();
        for (Places.EntryPlace entry : places.entries()) {
            JsonObject json = new JsonObject();
            json.addProperty("element", entry.element());
            json.addProperty("path", entry.at().source().path());
            json.addProperty("line", entry.at().line());
            array.add(json);
        }
        return array;
    }
}
