package newsletter.preview;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands under which address: the frame at {@code /}, its parts at {@code /_/NAME}, each issue at {@code /ISSUE/} as in
 * {@code out/ISSUE/}, and once more at {@code /_/outlook/ISSUE/}. Paths are not decoded, for no name here needs it.
 */
final class Site {
    /** Where a tab is told what is new, with {@code ?issue=ID}. */
    static final String EVENTS = "/_/events";

    /** Where the servers behind links are asked, with {@code ?issue=ID}. */
    static final String LINKS = "/_/links";

    private static final String PARTS = "/_/";
    private static final String OUTLOOK = "/_/outlook/";
    private static final Pattern OF_ISSUE = Pattern.compile("/(?<issue>[A-Za-z0-9][A-Za-z0-9._-]*)/(?<path>[^?#]*)");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8",
            "eml", "message/rfc822",
            "ics", "text/calendar; charset=utf-8",
            "png", "image/png",
            "jpg", "image/jpeg",
            "gif", "image/gif");

    private final FrameFiles frame = new FrameFiles();
    private final Press press;

    Site(Press press) {
        this.press = press;
    }

    Press press() {
        return press;
    }

    /** The issue that a query asks for; empty for the newest. */
    static Optional<String> issue(@Nullable String query) {
        return Stream.of(query == null ? new String[0] : query.split("&"))
                .filter(parameter -> parameter.startsWith("issue="))
                .map(parameter -> URLDecoder.decode(parameter.substring("issue=".length()), StandardCharsets.UTF_8))
                .filter(issue -> !issue.isEmpty())
                .findFirst();
    }

    /** @param path as the browser wrote it, not decoded */
    Answer answer(String path) {
        if (path.equals("/")) {
            return frame("index.html");
        }
        if (path.startsWith(OUTLOOK)) {
            return page(path.substring(OUTLOOK.length() - 1), true);
        }
        return path.startsWith(PARTS) ? frame(path.substring(PARTS.length())) : page(path, false);
    }

    private Answer frame(String name) {
        return frame.file(name)
                .map(bytes -> file(name, bytes).with("Content-Security-Policy", Policy.FRAME.text()))
                .orElseGet(Site::nothing);
    }

    private Answer page(String path, boolean forOutlook) {
        Matcher parts = OF_ISSUE.matcher(path);
        if (!parts.matches()) {
            return nothing();
        }
        String name = parts.group("path").isEmpty() ? Sheet.PAGE : parts.group("path");
        return press.print(parts.group("issue"))
                .flatMap(print -> print.sheet().file(name, forOutlook))
                .map(bytes -> file(name, bytes).with("Content-Security-Policy", Policy.PAGE.text()))
                .orElseGet(Site::nothing);
    }

    private static Answer file(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Answer answer = Answer.of(200, TYPES.getOrDefault(ending, "application/octet-stream"), bytes);
        // The name of a picture changes with what is on it.
        return name.startsWith("images/") ? answer.with("Cache-Control", "private, max-age=86400, immutable") : answer;
    }

    private static Answer nothing() {
        return Answer.text(404, "there is nothing here");
    }
}
