package newsletter.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;

/**
 * A Markdown file in its two parts: YAML between two lines of {@code ---}, and the text below.
 *
 * @param yaml the beginning of the file up to the closing line
 * @param body what follows the closing line
 */
public record FrontMatter(String yaml, Passage body) {
    private static final Pattern FENCE = Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern BLANK_LINES = Pattern.compile("(?:[ \\t]*\\n)+(?=---)");
    private static final Pattern KEY = Pattern.compile("[\\p{L}_-]+:.*");
    private static final String EXAMPLE = "begin the file with '---', a line 'title: …', and '---' again";

    /** The two parts, or a finding and nothing. */
    public static Optional<FrontMatter> split(Source source, Findings findings) {
        String text = source.text();
        Matcher fence = FENCE.matcher(text);
        if (!fence.find() || fence.start() != 0 || text.startsWith("...")) {
            reportNone(source, findings);
            return Optional.empty();
        }
        if (!fence.find()) {
            String message = "the front matter that begins here has no end";
            findings.add(
                    Code.OPEN_FRONT_MATTER,
                    source.start(),
                    message,
                    "put a line '---' between the fields and the text");
            return Optional.empty();
        }
        int end = Math.min(text.length(), fence.end() + 1);
        Passage body = Passage.rest(
                source, text.substring(end), source.at(fence.start()).line() + 1);
        return Optional.of(new FrontMatter(text.substring(0, fence.start()), body));
    }

    private static void reportNone(Source source, Findings findings) {
        Matcher blank = BLANK_LINES.matcher(source.text());
        if (blank.lookingAt()) {
            String message = "the front matter begins here, and not in the first line";
            findings.add(Code.NO_FRONT_MATTER, source.at(blank.end()), message, "take out the blank lines above it");
        } else if (KEY.matcher(source.line(1)).matches()) {
            String message = "the front matter does not begin with '---'";
            findings.add(Code.NO_FRONT_MATTER, source.start(), message, "put a line '---' above this one");
        } else {
            findings.add(Code.NO_FRONT_MATTER, source.start(), "the file has no front matter", EXAMPLE);
        }
    }
}
