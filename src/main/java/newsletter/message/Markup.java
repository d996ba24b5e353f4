package newsletter.message;

import java.util.Map;
import newsletter.model.Blank;

/** In which language a text is written: a recipient's values must not be taken for it. */
enum Markup {
    /** A page. */
    HTML {
        @Override
        String escaped(String value) {
            return value.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }
    },
    /** Words and nothing else. */
    TEXT {
        @Override
        String escaped(String value) {
            return value;
        }
    };

    /** A value as it stands in such a text. */
    abstract String escaped(String value);

    /** What stands in the place of a blank. A value is one line: in the plain text it could else write paragraphs of its own. */
    String fill(Blank blank, Map<String, String> values) {
        String value = HeaderText.clean(values.getOrDefault(blank.name(), ""));
        return value.isEmpty() ? blank.fallback() : escaped(value);
    }
}
