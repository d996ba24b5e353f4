package newsletter.parse;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.model.Prose;

/**
 * CommonMark with tables, strikethrough, bare addresses as links, and the quotes and dashes of a language. Raw HTML is reduced
 * to what a newsletter needs; the findings say what went.
 *
 * <p>Input may be made to be slow or deep (flexmark #573, #648): it ends in a finding. What is too slow is decided by counting
 * how often the text is read, so that every machine decides alike; the time limit of {@value #SECONDS} seconds is for what
 * counting does not see.
 */
public final class MarkdownParser {
    /** How long one text may take, in seconds. */
    static final int SECONDS = 2;

    /** The longest text, in UTF-16 units. */
    static final int LONGEST = 100_000;

    /** How often characters of one text may be read. Prose takes 10 reads for each, 350 when the longest text is one line. */
    private static final long MOST_READS = 50_000_000;

    private static final int MARGIN_MILLIS = 300;

    private final Typography typography;
    private final Dialects dialects;
    private final Guard guard = new Guard(Duration.ofSeconds(SECONDS).minusMillis(MARGIN_MILLIS));

    /** @param language whose quotation marks are used */
    public MarkdownParser(Locale language) {
        this.typography = Typography.of(language);
        this.dialects = new Dialects(typography);
    }

    /** What a parser of another language does differently. */
    Typography typography() {
        return typography;
    }

    /** A line of plain text, with the quotation marks that its language has within Markdown too. */
    public String line(String text) {
        return typography.set(text);
    }

    /** The text, or as much of it as is safe, with findings for the rest. */
    public Prose parse(Passage passage, Findings findings) {
        if (passage.text().length() > LONGEST) {
            String message = String.format(
                    Locale.ROOT,
                    "this text is too long: %,d characters",
                    passage.text().length());
            String hint = String.format(Locale.ROOT, "%,d are the most: link to the full text instead", LONGEST);
            findings.add(Code.TOO_COMPLEX, passage.start(), message, hint);
            return Prose.EMPTY;
        }
        Findings own = new Findings();
        Parser parser = dialects.parserFor(passage.text());
        BasedSequence text = BasedSequence.of(new MeteredText(passage.text(), MOST_READS));
        Optional<Prose> prose = guard.run(() -> new ProseBuilder(passage, own).document(parser.parse(text)));
        if (prose.isEmpty()) {
            String message = "this text is too deeply nested to be read";
            String hint = "look for long runs of brackets, quotes or other marks, and take them out";
            findings.add(Code.TOO_COMPLEX, passage.start(), message, hint);
            return Prose.EMPTY;
        }
        findings.addAll(own.sorted());
        return prose.get();
    }
}
