package newsletter.web;

import java.util.Locale;
import java.util.Optional;

/**
 * A server's answer.
 *
 * @param status three digits, as they came: 999 is among what servers send
 * @param body what was read of it, unpacked; empty for all but pages
 * @param cut whether there was more of the body than was read
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; up to a megabyte that nobody changes.
public record Response(int status, Headers headers, byte[] body, boolean cut) {
    /** Whether the body is a web page, or may be one. */
    public boolean isPage() {
        return isPage(headers);
    }

    static boolean isPage(Headers headers) {
        Optional<String> type = headers.first("content-type").map(value -> value.toLowerCase(Locale.ROOT));
        return type.isEmpty()
                || type.get().startsWith("text/html")
                || type.get().startsWith("application/xhtml");
    }

    /** The encoding of the characters, as the server names it; it may be one that does not exist. */
    public Optional<String> charset() {
        return headers.first("content-type")
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> value.contains("charset="))
                .map(value -> value.substring(value.indexOf("charset=") + "charset=".length()))
                .map(value -> value.split(";", 2)[0]
                        .replace("\"", "")
                        .replace("'", "")
                        .strip());
    }
}
