package newsletter.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /** Those of a language; English ones where none are known. */
    static Typography of(Locale language) {
        boolean swiss = List.of("CH", "LI").contains(language.getCountry());
        return swiss ? SWISS : BY_LANGUAGE.getOrDefault(language.getLanguage(), ENGLISH);
    }
}
