package newsletter.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newsletter.model.Blank;

/**
 * The body of all messages of a letter, encoded once, with its gaps: a message is these bytes with the values of its recipient
 * between them. Each value stands on lines of its own between soft line breaks (RFC 2045, 6.7), which nobody sees, so that
 * nothing around it has to be encoded again. Immutable.
 */
final class Form {
    /** No encoding of a part writes control characters. */
    private static final char BEGIN = '\u0001';

    private static final char BETWEEN = '\u0002';
    private static final char END = '\u0003';

    private final List<byte[]> segments = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    private record Gap(Markup markup, Blank blank) {}

    private Form() {}

    /** A blank as it stands in an encoded body until the form is made. */
    static String gap(Markup markup, Blank blank) {
        return BEGIN + markup.name() + BETWEEN + blank.name() + BETWEEN + blank.fallback() + END;
    }

    /** @param body in ASCII, but for the gaps */
    static Form of(String body) {
        Form form = new Form();
        int copied = 0;
        for (int begin = body.indexOf(BEGIN); begin >= 0; begin = body.indexOf(BEGIN, copied)) {
            form.segments.add(body.substring(copied, begin).getBytes(StandardCharsets.US_ASCII));
            int name = body.indexOf(BETWEEN, begin) + 1;
            int fallback = body.indexOf(BETWEEN, name) + 1;
            int end = body.indexOf(END, fallback);
            Blank blank = new Blank(body.substring(name, fallback - 1), body.substring(fallback, end));
            form.gaps.add(new Gap(Markup.valueOf(body.substring(begin + 1, name - 1)), blank));
            copied = end + 1;
        }
        form.segments.add(body.substring(copied).getBytes(StandardCharsets.US_ASCII));
        return form;
    }

    /** A header with the body for one recipient behind it. */
    byte[] filled(byte[] header, Map<String, String> values) {
        List<byte[]> pieces = new ArrayList<>();
        pieces.add(header);
        for (int index = 0; index < gaps.size(); index++) {
            pieces.add(segments.get(index));
            Gap gap = gaps.get(index);
            pieces.add(QuotedPrintable.insertion(gap.markup().fill(gap.blank(), values)));
        }
        pieces.add(segments.get(gaps.size()));
        return joined(pieces);
    }

    private static byte[] joined(List<byte[]> pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}
