package newsletter.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/** Each link says where it leads, and says the same of no other address: people hear links in a list (WCAG 2.2, 2.4.9). */
final class LinkTextRule implements Rule {
    private static final String RESOURCE = "/newsletter/generic-link-texts.txt";

    private final Set<String> generic = read();

    @Override
    public void check(Letter letter, Findings findings) {
        Map<String, Element> first = new HashMap<>();
        for (Element link : letter.links()) {
            String words = Visible.name(link);
            String name = Visible.plain(words);
            if (words.isBlank()) {
                reportEmpty(link, letter, findings);
            } else if (generic.contains(name)) {
                reportGeneric(link, letter, findings);
            } else if (!name.isEmpty()) {
                Element other = first.putIfAbsent(name, link);
                if (other != null && !other.attr("href").equals(link.attr("href"))) {
                    reportAmbiguous(link, other, letter, findings);
                }
            }
        }
    }

    private static void reportEmpty(Element link, Letter letter, Findings findings) {
        if (link.selectFirst("img") != null) {
            // Its picture lacks an alt text, and that is said.
            return;
        }
        findings.add(
                Code.EMPTY_LINK,
                letter.at(link, link.attr("href")),
                "this link has no words",
                "write in it where it leads, or take it out");
    }

    private static void reportGeneric(Element link, Letter letter, Findings findings) {
        String words = Visible.name(link);
        findings.add(
                Code.GENERIC_LINK,
                letter.at(link, words),
                "the link text '" + words + "' does not say where it leads",
                "name what is behind it: not '" + words + "', but 'the programme of the conference'");
    }

    private static void reportAmbiguous(Element link, Element other, Letter letter, Findings findings) {
        String target = Untagged.of(link.attr("href"));
        findings.add(
                Code.AMBIGUOUS_LINK,
                letter.at(link, link.attr("href")),
                "'" + Visible.name(link) + "' leads to " + target + " here and to " + Untagged.of(other.attr("href"))
                        + " before (" + letter.at(other, other.attr("href")) + ")",
                "give the two links different words, or the same address");
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(LinkTextRule.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Visible::plain)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
