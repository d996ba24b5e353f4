package newsletter.render;

import java.util.ArrayList;
import java.util.List;
import newsletter.finding.Location;
import newsletter.finding.Source;

/**
 * A template as FreeMarker gets it: every literal tag says where it stands.
 *
 * @param source as it was written
 * @param text with the marks
 * @param marks where something was put in, in order
 */
record ThemeTemplate(Source source, String text, List<Insertion> marks) {
    /** Copies the list. */
    ThemeTemplate {
        marks = List.copyOf(marks);
    }

    /** A mark by its index in the marked text, and its length, in UTF-16 units. */
    record Insertion(int at, int length) {}

    /** A template of the plain text, in which there are no tags. */
    static ThemeTemplate plain(Source source) {
        return new ThemeTemplate(source, source.text(), List.of());
    }

    /** A template of the page. */
    static ThemeTemplate marked(Source source, Marks marks) {
        StringBuilder text = new StringBuilder();
        List<Insertion> insertions = new ArrayList<>();
        int copied = 0;
        for (TemplateTags.Tag tag : TemplateTags.of(source.text())) {
            String mark = marks.ofTemplate(source.at(tag.start()));
            text.append(source.text(), copied, tag.nameEnd());
            insertions.add(new Insertion(text.length(), mark.length()));
            text.append(mark);
            copied = tag.nameEnd();
        }
        text.append(source.text(), copied, source.text().length());
        return new ThemeTemplate(source, text.toString(), insertions);
    }

    /**
     * Where something stands that FreeMarker found in the marked text.
     *
     * @param line 1-based
     * @param column 1-based, in UTF-16 units
     */
    Location original(int line, int column) {
        int lineStart = 0;
        for (int number = 1; number < line && text.indexOf('\n', lineStart) >= 0; number++) {
            lineStart = text.indexOf('\n', lineStart) + 1;
        }
        return source.at(withoutMarks(lineStart + column - 1));
    }

    private int withoutMarks(int index) {
        int before = 0;
        for (Insertion mark : marks) {
            if (mark.at() < index) {
                before += Math.min(mark.length(), index - mark.at());
            }
        }
        return index - before;
    }
}
