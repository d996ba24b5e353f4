package newsletter.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.model.Blank;

/**
 * A template as FreeMarker gets it: every literal tag says where it stands, and blanks for recipients stay as they are.
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
        return with(insertions(source), source);
    }

    /** A template of the page. */
    static ThemeTemplate marked(Source source, Marks marks) {
        TreeMap<Integer, String> insertions = insertions(source);
        for (TemplateTags.Tag tag : TemplateTags.of(source.text())) {
            insertions.put(tag.nameEnd(), marks.ofTemplate(source.at(tag.start())));
        }
        return with(insertions, source);
    }

    /** What is known of a recipient is filled in later: FreeMarker leaves its places as they are. */
    private static TreeMap<Integer, String> insertions(Source source) {
        TreeMap<Integer, String> insertions = new TreeMap<>();
        Blank.places(source.text()).forEach(place -> {
            insertions.merge(place.start(), "<#noparse>", String::concat);
            insertions.put(place.end(), "</#noparse>");
        });
        return insertions;
    }

    /** @param insertions what is put in, by its 0-based index in the source */
    private static ThemeTemplate with(TreeMap<Integer, String> insertions, Source source) {
        StringBuilder text = new StringBuilder();
        List<Insertion> places = new ArrayList<>();
        int copied = 0;
        for (Map.Entry<Integer, String> insertion : insertions.entrySet()) {
            text.append(source.text(), copied, insertion.getKey());
            places.add(new Insertion(text.length(), insertion.getValue().length()));
            text.append(insertion.getValue());
            copied = insertion.getKey();
        }
        text.append(source.text(), copied, source.text().length());
        return new ThemeTemplate(source, text.toString(), places);
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
