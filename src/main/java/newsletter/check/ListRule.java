package newsletter.check;

import java.net.URI;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;

/** What law and decency want of mail to many: a way out, a way to the web, and who sends it (CAN-SPAM, GDPR). */
final class ListRule implements Rule {
    @Override
    public void check(Letter letter, Findings findings) {
        checkUnsubscribe(letter, findings);
        checkOnline(letter, findings);
        checkAddress(letter, findings);
    }

    private static void checkUnsubscribe(Letter letter, Findings findings) {
        Optional<URI> unsubscribe = letter.publication().unsubscribe();
        if (unsubscribe.isEmpty() || !leadsTo(unsubscribe.get(), letter)) {
            findings.add(
                    Code.NO_UNSUBSCRIBE,
                    place(unsubscribe, letter),
                    "the page has no link to unsubscribe",
                    unsubscribe.isEmpty()
                            ? "give a list its 'unsubscribe' address in newsletter.yaml"
                            : "link to ${issue.unsubscribe} in the footer");
        }
    }

    private static void checkOnline(Letter letter, Findings findings) {
        Optional<URI> online =
                letter.publication().url().map(url -> url.resolve(letter.issue().id() + "/"));
        if (online.isEmpty() || !leadsTo(online.get(), letter)) {
            findings.add(
                    Code.NO_VIEW_ONLINE,
                    place(online, letter),
                    "the page has no link to itself on the web",
                    online.isEmpty()
                            ? "say where issues are published with 'url' in newsletter.yaml"
                            : "link to ${issue.online} for those whose mail program fails");
        }
    }

    private static void checkAddress(Letter letter, Findings findings) {
        Optional<String> address = letter.publication().address();
        String words = Visible.plain(letter.words());
        if (address.isEmpty() || !words.contains(Visible.plain(address.get()))) {
            findings.add(
                    Code.NO_POSTAL_ADDRESS,
                    place(address, letter),
                    "the page has no postal address of its sender",
                    address.isEmpty()
                            ? "write it as 'address' in newsletter.yaml"
                            : "print ${publication.address} in the footer");
        }
    }

    /** The settings, where something was not given; else the page that does not print it. */
    private static Location place(Optional<?> given, Letter letter) {
        return given.isEmpty() ? letter.settings() : letter.start();
    }

    private static boolean leadsTo(URI address, Letter letter) {
        String start = address.toString();
        return letter.links().stream()
                .map(link -> link.attr("href"))
                .anyMatch(target -> target.equals(start)
                        || (target.startsWith(start) && "?&#".indexOf(target.charAt(start.length())) >= 0));
    }
}
