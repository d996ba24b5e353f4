package newsletter.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A tag as it stands in HTML, whether or not it has a partner: a parser would mend what is to be found.
 *
 * @param name in lower case
 * @param closing whether it is {@code </name>}
 * @param selfClosing whether it is {@code <name/>}
 * @param place the 0-based index of its {@code <}
 */
record HtmlTag(String name, boolean closing, boolean selfClosing, int place) {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
    private static final Set<String> TEXT_ONLY = Set.of("style", "script", "title", "textarea");

    /** Whether it stands alone. */
    boolean isEmpty() {
        return selfClosing || VOID.contains(name);
    }

    /** All tags in HTML without comments, in order. */
    static List<HtmlTag> all(String html) {
        List<HtmlTag> tags = new ArrayList<>();
        int at = html.indexOf('<');
        while (at >= 0 && at + 1 < html.length()) {
            int end = at + 1;
            boolean closing = html.charAt(end) == '/';
            int nameStart = closing ? end + 1 : end;
            int nameEnd = nameEnd(html, nameStart);
            if (nameEnd > nameStart) {
                end = tagEnd(html, nameEnd);
                String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
                tags.add(new HtmlTag(name, closing, html.startsWith("/>", end - 2), at));
                end = closing || !TEXT_ONLY.contains(name) ? end : contentEnd(html, name, end);
            }
            at = html.indexOf('<', end);
        }
        return tags;
    }

    private static int nameEnd(String html, int from) {
        int at = from;
        while (at < html.length() && isName(html.charAt(at), at == from)) {
            at++;
        }
        return at;
    }

    private static boolean isName(char c, boolean first) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (!first && ((c >= '0' && c <= '9') || c == ':' || c == '-'));
    }

    /** The index behind a tag's {@code >}, outside of attributes. */
    private static int tagEnd(String html, int from) {
        char quote = 0;
        for (int at = from; at < html.length(); at++) {
            char c = html.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return at + 1;
            }
        }
        return html.length();
    }

    private static int contentEnd(String html, String name, int from) {
        int at = from;
        while (at < html.length() && !html.regionMatches(true, at, "</" + name, 0, name.length() + 2)) {
            at++;
        }
        return at;
    }
}
