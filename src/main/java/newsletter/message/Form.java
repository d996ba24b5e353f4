package newsletter.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern GAP = Pattern.compile("\u0001(\\w+)\u0002([^\u0002]+)\u0002([^\u0003]*)\u0003");

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
        Matcher gap = GAP.matcher(body);
        int copied = 0;
        while (gap.find()) {
            form.segments.add(body.substring(copied, gap.start()).getBytes(StandardCharsets.US_ASCII));
            form.gaps.add(new Gap(Markup.valueOf(gap.group(1)), new Blank(gap.group(2), gap.group(3))));
            copied = gap.end();
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
