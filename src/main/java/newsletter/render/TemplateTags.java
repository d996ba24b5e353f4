package newsletter.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the HTML start tags that stand literally in a FreeMarker template: not those in its expressions, comments and
 * strings, nor what only looks like a tag within an attribute. Where a template is too odd to follow, the rest has none.
 */
final class TemplateTags {
    /** Elements whose content is text, whatever it looks like (HTML, "raw text elements"). */
    private static final Set<String> TEXT_ONLY = Set.of("style", "script", "title", "textarea", "xmp");

    private static final String RAW = "<#noparse>";

    private final String text;
    private final List<Tag> tags = new ArrayList<>();
    private int at;

    private TemplateTags(String text) {
        this.text = text;
    }

    /**
     * A start tag.
     *
     * @param start the index of its {@code <}
     * @param nameEnd the index behind its name
     */
    record Tag(int start, int nameEnd) {}

    /** All of them in order. */
    static List<Tag> of(String template) {
        TemplateTags reader = new TemplateTags(template);
        while (reader.at < template.length()) {
            reader.step();
        }
        return reader.tags;
    }

    private void step() {
        if (!skipTemplate()) {
            if (text.charAt(at) == '<' && at + 1 < text.length() && isLetter(text.charAt(at + 1))) {
                readTag();
            } else {
                at++;
            }
        }
    }

    /** Steps over a comment, directive, macro call or interpolation, if there is one here. */
    private boolean skipTemplate() {
        if (text.startsWith("<#--", at)) {
            skipPast("-->");
        } else if (text.startsWith(RAW, at)) {
            skipPast("</#noparse>");
        } else if (text.startsWith("${", at)) {
            skipExpression('}');
        } else if (text.startsWith("<#", at) || text.startsWith("<@", at)) {
            skipExpression('>');
        } else if (text.startsWith("</#", at) || text.startsWith("</@", at)) {
            skipPast(">");
        } else {
            return false;
        }
        return true;
    }

    private void skipPast(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    /** Steps behind a character that ends an expression: one outside of its strings and brackets. */
    private void skipExpression(char end) {
        int depth = 0;
        for (at += 2; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == end && depth == 0) {
                at++;
                return;
            }
            if (c == '"' || c == '\'') {
                skipString(c);
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
        }
    }

    /** Steps to the quote that ends a string; within {@code r"…"} a backslash is a character like others. */
    private void skipString(char quote) {
        boolean raw = text.charAt(at - 1) == 'r';
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\' && !raw) {
                at++;
            }
        }
    }

    private void readTag() {
        int start = at++;
        while (at < text.length() && (isName(text.charAt(at)) || text.startsWith("${", at))) {
            if (isName(text.charAt(at))) {
                at++;
            } else {
                skipExpression('}');
            }
        }
        int nameEnd = Math.min(at, text.length());
        // A directive right behind the name may go on with the name.
        if (nameEnd < text.length() && text.charAt(nameEnd) != '<') {
            tags.add(new Tag(start, nameEnd));
        }
        skipAttributes();
        String name = text.substring(start + 1, nameEnd).toLowerCase(Locale.ROOT);
        if (TEXT_ONLY.contains(name)) {
            skipContent(name);
        }
    }

    private void skipAttributes() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (skipTemplate()) {
                continue;
            }
            if (c == '>' || c == '<') {
                return;
            }
            at++;
            if (c == '"' || c == '\'') {
                skipValue(c);
            }
        }
    }

    private void skipValue(char quote) {
        while (at < text.length() && text.charAt(at) != quote) {
            if (!skipTemplate()) {
                at++;
            }
        }
        at++;
    }

    private void skipContent(String name) {
        while (at < text.length() && !text.regionMatches(true, at, "</" + name, 0, name.length() + 2)) {
            if (!skipTemplate()) {
                at++;
            }
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isName(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-';
    }
}
