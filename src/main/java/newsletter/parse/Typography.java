package newsletter.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The quotation marks of a language, as its printers set them.
 *
 * @param open the outer opening mark
 * @param close the outer closing mark
 * @param innerOpen the opening mark within a quotation
 * @param innerClose the closing mark within a quotation
 */
record Typography(String open, String close, String innerOpen, String innerClose) {
    private static final String NARROW = "\u202F";
    private static final Typography ENGLISH = new Typography("“", "”", "‘", "’");
    private static final Typography GERMAN = new Typography("„", "“", "‚", "‘");
    private static final Typography FRENCH = new Typography("«" + NARROW, NARROW + "»", "‹" + NARROW, NARROW + "›");
    private static final Typography SOUTHERN = new Typography("«", "»", "“", "”");
    private static final Typography NORTHERN = new Typography("”", "”", "’", "’");
    private static final Typography SWISS = new Typography("«", "»", "‹", "›");

    private static final Map<String, Typography> BY_LANGUAGE = Map.ofEntries(
            Map.entry("de", GERMAN),
            Map.entry("cs", GERMAN),
            Map.entry("sk", GERMAN),
            Map.entry("sl", GERMAN),
            Map.entry("fr", FRENCH),
            Map.entry("es", SOUTHERN),
            Map.entry("it", SOUTHERN),
            Map.entry("pt", SOUTHERN),
            Map.entry("ca", SOUTHERN),
            Map.entry("el", SOUTHERN),
            Map.entry("sv", NORTHERN),
            Map.entry("fi", NORTHERN),
            Map.entry("pl", new Typography("„", "”", "‚", "’")));

    /** Without a repeated group, which would overflow the stack on a long text. */
    private static final Pattern OUTER = pair("\"", "");

    /** No digit behind the opening one: that is the apostrophe of the '90s. */
    private static final Pattern INNER = pair("'", "\\d");

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=[\\p{L}\\p{N}])'(?=\\p{L})");

    /** Feet and minutes, like 5', keep their mark. */
    private static final Pattern LEFT_ALONE = Pattern.compile("(?<!\\p{N})'");

    /** Those of a language; English ones where none are known. */
    static Typography of(Locale language) {
        boolean swiss = List.of("CH", "LI").contains(language.getCountry());
        return swiss ? SWISS : BY_LANGUAGE.getOrDefault(language.getLanguage(), ENGLISH);
    }

    /** What tells one from another. */
    String marks() {
        return String.join(" ", open, close, innerOpen, innerClose);
    }

    /** A line of text with these marks in place of a typewriter's: pairs as quotation marks, all others as apostrophes. */
    String set(String text) {
        if (text.indexOf('"') < 0 && text.indexOf('\'') < 0) {
            return text;
        }
        String outer = replace(OUTER, text, open, close);
        String withApostrophes = APOSTROPHE.matcher(outer).replaceAll("’");
        String inner = replace(INNER, withApostrophes, innerOpen, innerClose);
        return LEFT_ALONE.matcher(inner).replaceAll("’");
    }

    private static String replace(Pattern pair, String text, String open, String close) {
        return pair.matcher(text).replaceAll(found -> Matcher.quoteReplacement(open + found.group(1) + close));
    }

    private static Pattern pair(String mark, String notFirst) {
        String inside = "[^\\s%1$s%2$s](?:[^%1$s]*[^\\s%1$s])?".formatted(mark, notFirst);
        String inWord = "[\\p{L}\\p{N}]";
        return Pattern.compile("(?<!%1$s)%2$s(%3$s)%2$s(?!%1$s)".formatted(inWord, mark, inside));
    }
}
