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
    private static final List<Extension> ALWAYS =
            List.of(StrikethroughExtension.create(), TypographicExtension.create());
    private static final Extension TABLES = TablesExtension.create();
    private static final Extension BARE_ADDRESSES = AutolinkExtension.create();

    /** What can hide an address, or make plain text of a link. */
    private static final String HIDING = "@\\&`<|";

    /** In a text without any of those this is a link; behind a bracket, {@code [a][b]} could be one instead. */
    private static final Pattern LINK = Pattern.compile("(?<!])\\[[^\\[\\]\\n]*]\\(https?://[^\\s()]+\\)");

    private final Typography quotes;
    private final Map<List<Extension>, Parser> parsers = new ConcurrentHashMap<>();

    Dialects(Typography quotes) {
        this.quotes = quotes;
    }

    /** One that reads a text as the parser with all extensions would. */
    Parser parserFor(String text) {
        List<Extension> needed = new ArrayList<>(ALWAYS);
        if (text.indexOf('|') >= 0) {
            needed.add(TABLES);
        }
        if (mayHaveBareAddress(text)) {
            needed.add(BARE_ADDRESSES);
        }
        return parsers.computeIfAbsent(needed, this::parser);
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

    private Parser parser(List<Extension> extensions) {
        MutableDataSet options = new MutableDataSet()
                .set(Parser.EXTENSIONS, extensions)
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
