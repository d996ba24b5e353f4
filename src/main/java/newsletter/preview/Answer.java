package newsletter.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a browser is told.
 *
 * @param fields of the header
 * @param body not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, written once.
record Answer(int status, Map<String, String> fields, byte[] body) {
    /** Some sentence. */
    static Answer text(int status, String sentence) {
        return of(status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Some file. */
    static Answer of(int status, String mediaType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", mediaType, "Cache-Control", "no-store"), body);
    }

    /** The same with a field, in place of one of that name. */
    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    void write(HttpExchange exchange) throws IOException {
        fields.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        // Else a page on the web could show our pictures, and learn from their sizes.
        exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        if (bodiless) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        exchange.sendResponseHeaders(status, bodiless || body.length == 0 ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }
}
