package newsletter.check;

import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import org.jsoup.nodes.Element;

/** The line that a mailbox shows beside the subject: hidden on the page, first in the body, of a length that fits. */
final class PreheaderRule implements Rule {
    private static final int SHORTEST = 30;
    private static final int LONGEST = 150;

    /** What fills a preview up so that no words of the page follow: blanks of all kinds and signs without width. */
    private static final Pattern FILLER =
            Pattern.compile("[\\s\\u00A0\\u00AD\\u034F\\u180E\\u2000-\\u200F\\u2060\\u3164\\uFEFF]+");

    @Override
    public void check(Letter letter, Findings findings) {
        Element first = letter.page().body().firstElementChild();
        if (first == null || !isPreheader(first)) {
            findings.add(
                    Code.NO_PREHEADER,
                    letter.at(first == null ? letter.page().body() : first),
                    "the body does not begin with a hidden preheader, so mailboxes show the page's first words",
                    "begin the body with <div style=\"display: none; mso-hide: all\">${issue.preheader!}</div>");
        } else {
            checkLength(first, letter, findings);
        }
    }

    private static boolean isPreheader(Element first) {
        boolean hidden = Declaration.value(first, "display")
                .filter("none"::equalsIgnoreCase)
                .isPresent();
        boolean hiddenInOutlook = Declaration.value(first, "mso-hide")
                .filter("all"::equalsIgnoreCase)
                .isPresent();
        return hidden && hiddenInOutlook;
    }

    private static void checkLength(Element preheader, Letter letter, Findings findings) {
        String text = FILLER.matcher(preheader.wholeText()).replaceAll(" ").strip();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            Location at = letter.issue().preheader().flatMap(letter::written).orElseGet(() -> letter.at(preheader));
            findings.add(
                    Code.PREHEADER_LENGTH,
                    at,
                    "the preheader has " + length + " characters",
                    "give the issue a 'preheader' of " + SHORTEST + " to " + LONGEST + " characters"
                            + ": mailboxes show it beside the subject");
        }
    }
}
