package newsletter.check;

import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.Publication;

/** What stands in the mailbox before a message is opened: an honest subject that fits, and a sender who can be answered. */
final class SubjectRule implements Rule {
    private static final int LONGEST = 70;

    /** What mail programs put before an answer or a message handed on, in the languages of the theme. */
    private static final Pattern REPLY = Pattern.compile(
            "(re|aw|antw|rv|r|rif|rép|réf|tr|fwd?|wg|rsp)\\s*(\\[\\d+])?\\s*:.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern NO_REPLY = Pattern.compile(
            "(no|do-?not|ne-?pas)[._-]?(reply|respond|repondre)[^@]*@.*|nicht-?antworten[^@]*@.*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Letter letter, Findings findings) {
        String subject = letter.issue().subject().strip();
        Location at = letter.written(subject).orElseGet(letter::settings);
        int length = subject.codePointCount(0, subject.length());
        if (length > LONGEST) {
            findings.add(
                    Code.LONG_SUBJECT,
                    at,
                    "the subject has " + length + " characters, and mailboxes cut it off",
                    "say the most important thing in " + LONGEST + " characters or fewer");
        }
        if (REPLY.matcher(subject).matches()) {
            findings.add(
                    Code.FALSE_REPLY,
                    at,
                    "the subject looks like an answer to a message: " + subject,
                    "take what stands before the colon out: it makes the newsletter junk");
        }
        checkSender(letter, findings);
    }

    private static void checkSender(Letter letter, Findings findings) {
        Optional<String> email = letter.publication().sender().map(Publication.Sender::email);
        email.filter(address -> NO_REPLY.matcher(address).matches())
                .ifPresent(address -> findings.add(
                        Code.NO_REPLY_SENDER,
                        letter.written(address).orElseGet(letter::settings),
                        "readers cannot answer to " + address,
                        "send from an address that somebody reads"));
    }
}
