package newsletter.check;

import java.nio.charset.StandardCharsets;
import newsletter.finding.Code;
import newsletter.finding.Findings;

/** How large the HTML is: Gmail cuts it off behind 102 KB (email-bugs #41). */
final class SizeRule implements Rule {
    private static final int KILOBYTE = 1024;
    private static final int CLIPPED = 102 * KILOBYTE;
    private static final int NEARLY = 90 * KILOBYTE;

    @Override
    public void check(Letter letter, Findings findings) {
        int size = letter.email().html().getBytes(StandardCharsets.UTF_8).length;
        if (size > CLIPPED) {
            findings.add(
                    Code.CLIPPED,
                    letter.start(),
                    "the page has " + kilobytes(size) + " KB, and Gmail cuts it off at 102",
                    "shorten the issue: fewer entries, or a layout that needs less, as 'list'");
        } else if (size >= NEARLY) {
            findings.add(
                    Code.NEARLY_CLIPPED,
                    letter.start(),
                    "the page has " + kilobytes(size) + " KB, and Gmail will cut it off at 102",
                    "add nothing more to this issue");
        }
    }

    private static int kilobytes(int bytes) {
        return (bytes + KILOBYTE - 1) / KILOBYTE;
    }
}
