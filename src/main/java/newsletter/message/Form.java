package newsletter.message;

import java.io.ByteArrayOutputStream;
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

    /** Adds the body for one recipient. */
    void write(ByteArrayOutputStream out, Map<String, String> values) {
        for (int index = 0; index < gaps.size(); index++) {
            out.writeBytes(segments.get(index));
            Gap gap = gaps.get(index);
            out.writeBytes(QuotedPrintable.insertion(gap.markup().fill(gap.blank(), values)));
        }
        out.writeBytes(segments.get(gaps.size()));
    }

    /** How long a body is without values, in bytes. */
    int size() {
        return segments.stream().mapToInt(segment -> segment.length).sum();
    }
}
