package newsletter.parse;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.ext.typographic.TypographicExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Parsers of the same Markdown, each without the extensions that would look for their marks in every paragraph of a text that
 * has none: tables and bare addresses took a third of the time of a short text. Thread-safe.
 */
final class Dialects {
    /** What can hide an address, or make plain text of a link. */
    private static final String HIDING = "@\\&`<|";

    /** In a text without any of those this is a link; behind a bracket, {@code [a][b]} could be one instead. */
    private static final Pattern LINK = Pattern.compile("(?<!])\\[[^\\[\\]\\n]*]\\(https?://[^\\s()]+\\)");

    private final Typography quotes;
    private final Map<Needs, Parser> parsers = new ConcurrentHashMap<>();

    Dialects(Typography quotes) {
        this.quotes = quotes;
    }

    /** What a text may have that not every text has. */
    private record Needs(boolean tables, boolean bareAddresses) {
        List<Extension> extensions() {
            List<Extension> extensions = new ArrayList<>();
            extensions.add(StrikethroughExtension.create());
            extensions.add(TypographicExtension.create());
            if (tables) {
                extensions.add(TablesExtension.create());
            }
            if (bareAddresses) {
                extensions.add(AutolinkExtension.create());
            }
            return extensions;
        }
    }

    /** One that reads a text as the parser with all extensions would. */
    Parser parserFor(String text) {
        return parsers.computeIfAbsent(new Needs(text.indexOf('|') >= 0, mayHaveBareAddress(text)), this::parser);
    }

    private static boolean mayHaveBareAddress(String text) {
        for (int i = 0; i < HIDING.length(); i++) {
            if (text.indexOf(HIDING.charAt(i)) >= 0) {
                return true;
            }
        }
        return text.contains("www")
                || (text.contains("://") && LINK.matcher(text).replaceAll("").contains("://"));
    }

    private Parser parser(Needs needs) {
        MutableDataSet options = new MutableDataSet()
                .set(Parser.EXTENSIONS, needs.extensions())
                .set(TypographicExtension.DOUBLE_QUOTE_OPEN, quotes.open())
                .set(TypographicExtension.DOUBLE_QUOTE_CLOSE, quotes.close())
                .set(TypographicExtension.SINGLE_QUOTE_OPEN, quotes.innerOpen())
                .set(TypographicExtension.SINGLE_QUOTE_CLOSE, quotes.innerClose())
                .set(TypographicExtension.SINGLE_QUOTE_UNMATCHED, "’")
                .set(TypographicExtension.EN_DASH, "–")
                .set(TypographicExtension.EM_DASH, "—")
                .set(TypographicExtension.ELLIPSIS, "…")
                .set(TypographicExtension.ELLIPSIS_SPACED, "…")
                .set(TypographicExtension.ANGLE_QUOTE_OPEN, "«")
                .set(TypographicExtension.ANGLE_QUOTE_CLOSE, "»")
                .set(TablesExtension.COLUMN_SPANS, false)
                .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true);
        return Parser.builder(options).build();
    }
}
