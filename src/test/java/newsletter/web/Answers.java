package newsletter.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import newsletter.web.PretendServer.Answer;

/** What servers answer. */
public final class Answers {
    private Answers() {}

    /** A status and nothing else. */
    public static Answer status(int status, String... headers) {
        return body(status, new byte[0], headers);
    }

    /** A page. */
    public static Answer page(String html, String... headers) {
        return page(200, html, headers);
    }

    /** A page with another status than 200. */
    public static Answer page(int status, String html, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: text/html; charset=utf-8";
        return body(status, html.getBytes(StandardCharsets.UTF_8), all);
    }

    /** Bytes with a length. */
    public static Answer body(int status, byte[] body, String... headers) {
        return (request, out) -> {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
            out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            if (!request.isHead()) {
                out.write(body);
            }
        };
    }

    /** Elsewhere. */
    public static Answer redirect(int status, String location) {
        return status(status, "Location: " + location);
    }

    /** One answer to HEAD, another to GET. */
    public static Answer byMethod(Answer head, Answer get) {
        return (request, out) -> (request.isHead() ? head : get).to(request, out);
    }

    /** One answer to the first requests, another from then on. */
    public static Answer first(int times, Answer first, Answer then) {
        return (request, out) -> (request.nth() <= times ? first : then).to(request, out);
    }

    /** Bytes as they are, then the end of the connection. */
    public static Answer raw(String text) {
        return (request, out) -> {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            throw new IOException("the connection ends here");
        };
    }

    /** The end of the connection, without a word. */
    public static Answer reset() {
        return raw("");
    }

    /** Nothing, for as long as the test lasts. */
    public static Answer silence() {
        return (request, out) -> request.server().dawdle(60_000);
    }

    /** A head and then bytes without end. */
    public static Answer endless(String head, long millisBetween) {
        return (request, out) -> {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            while (!request.isHead()) {
                out.write('x');
                if (millisBetween > 0) {
                    out.flush();
                    request.server().dawdle(millisBetween);
                }
            }
        };
    }

    /** Bytes packed. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
