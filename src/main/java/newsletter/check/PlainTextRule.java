package newsletter.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/** The plain text says what the page says, and a page of pictures says something as well (SpamAssassin, rspamd). */
final class PlainTextRule implements Rule {
    private static final int LEAST_SHARE = 70;
    private static final int LEAST_TEXT = 400;

    /** What leads somewhere from a message; all else is reported as a link. */
    private static final Pattern FOLLOWED = Pattern.compile("(https?|mailto|tel|sms):", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_OF_THE_WEB = Pattern.compile("^(mailto|tel|sms):");
    private static final Pattern AROUND_ADDRESS = Pattern.compile("[\\s<>()]+");

    @Override
    public void check(Letter letter, Findings findings) {
        String words = letter.words();
        checkWords(words, letter, findings);
        checkLinks(letter, findings);
        if (letter.page().selectFirst("img") != null && words.length() < LEAST_TEXT) {
            findings.add(
                    Code.LITTLE_TEXT,
                    letter.start(),
                    "the page has pictures and only " + words.length() + " characters of text, as junk mail has",
                    "say in words what matters: " + LEAST_TEXT + " characters or more");
        }
    }

    /** Counts each word once: the page says a title again in the link to its story. */
    private static void checkWords(String page, Letter letter, Findings findings) {
        Set<String> wanted = words(page);
        Set<String> said = words(letter.email().text());
        long found = wanted.stream().filter(said::contains).count();
        if (!wanted.isEmpty() && found * 100 < wanted.size() * (long) LEAST_SHARE) {
            findings.add(
                    Code.TEXT_LACKS_WORDS,
                    letter.textStart(),
                    "the plain text has " + found * 100 / wanted.size() + " % of the page's words",
                    "print in the .ftl templates what the .ftlh ones print: " + LEAST_SHARE + " % or more");
        }
    }

    private static Set<String> words(String text) {
        Set<String> words =
                new LinkedHashSet<>(Arrays.asList(Visible.plain(text).split(" ", -1)));
        words.remove("");
        return words;
    }

    private static void checkLinks(Letter letter, Findings findings) {
        String leave = letter.publication().unsubscribe().map(Object::toString).orElse("");
        Set<String> lacking = new LinkedHashSet<>();
        String text = letter.email().text();
        Set<String> apart = new HashSet<>(Arrays.asList(AROUND_ADDRESS.split(text)));
        for (Element link : letter.links()) {
            String target = link.attr("href").strip();
            if (FOLLOWED.matcher(target).lookingAt() && !isSaid(target, text, apart)) {
                lacking.add(target);
            }
        }
        lacking.forEach(target -> report(target, target.equals(leave), letter, findings));
    }

    private static void report(String target, boolean leave, Letter letter, Findings findings) {
        if (leave) {
            findings.add(
                    Code.TEXT_LACKS_UNSUBSCRIBE,
                    letter.textStart(),
                    "the plain text does not say how to unsubscribe",
                    "print ${issue.unsubscribe} at its end");
        } else {
            findings.add(
                    Code.TEXT_LACKS_LINK,
                    letter.textStart(),
                    "the plain text lacks an address that the page links to: " + Untagged.of(target),
                    "print it in the .ftl template of that part, as ${entry.url}");
        }
    }

    /** @param apart the addresses in the text that stand alone, as nearly all do: they are found without reading all of it */
    private static boolean isSaid(String target, String text, Set<String> apart) {
        List<String> shown = Untagged.all(NOT_OF_THE_WEB.matcher(target).replaceFirst(""));
        return shown.stream().anyMatch(apart::contains) || shown.stream().anyMatch(text::contains);
    }
}
