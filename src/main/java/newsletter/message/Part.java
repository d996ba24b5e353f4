package newsletter.message;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A part of a message (RFC 2045, 2046), in ASCII but for gaps of a {@link Form}, and with lines that end in CRLF.
 *
 * @param type its Content-Type in the words between which it may be folded
 * @param fields its other fields, each ended by CRLF
 * @param body encoded
 */
record Part(List<String> type, String fields, String body) {
    Part {
        type = List.copyOf(type);
    }

    /** A page. */
    static Part html(String text) {
        return text("html", text, Markup.HTML);
    }

    /** Words. */
    static Part plain(String text) {
        return text("plain", text, Markup.TEXT);
    }

    private static Part text(String subtype, String text, Markup markup) {
        Fields fields = new Fields().add("Content-Transfer-Encoding", "quoted-printable");
        return new Part(
                List.of("text/" + subtype + ";", "charset=utf-8"), fields.toString(), QuotedPrintable.of(text, markup));
    }

    /** A picture that another part shows. */
    static Part picture(InlinePart picture) {
        Fields fields = new Fields()
                .add("Content-Transfer-Encoding", "base64")
                .add("Content-ID", "<" + picture.contentId() + ">")
                .add("Content-Disposition", "inline;", "filename=\"" + picture.file() + "\"");
        String body = Base64.getMimeEncoder().encodeToString(picture.bytes());
        return new Part(List.of(picture.type()), fields.toString(), body);
    }

    /** The same in different forms, the plainest first (RFC 2046, 5.1.4). */
    static Part alternative(Part... parts) {
        return multipart("alternative", List.of(), List.of(parts));
    }

    /** A page with what it shows (RFC 2387). */
    static Part related(Part page, List<Part> shown) {
        List<Part> parts = new ArrayList<>(List.of(page));
        parts.addAll(shown);
        return multipart("related", List.of("type=\"text/html\";"), parts);
    }

    /** The boundary comes from the content, so that the same content gives the same bytes; no encoding writes {@code =_}. */
    private static Part multipart(String subtype, List<String> parameters, List<Part> parts) {
        List<String> written = parts.stream().map(Part::written).toList();
        String boundary = "=_" + Digest.hex(12, written);
        StringBuilder body = new StringBuilder();
        written.forEach(
                part -> body.append("--" + boundary + "\r\n").append(part).append("\r\n"));
        body.append("--" + boundary + "--\r\n");
        List<String> type = new ArrayList<>(List.of("multipart/" + subtype + ";"));
        type.addAll(parameters);
        type.add("boundary=\"" + boundary + "\"");
        return new Part(type, "", body.toString());
    }

    /** As it stands within another part. */
    private String written() {
        return new Fields().add("Content-Type", type) + fields + "\r\n" + body;
    }
}
