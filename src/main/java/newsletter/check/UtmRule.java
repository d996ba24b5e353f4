package newsletter.check;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/** Campaign parameters ({@code utm_…}) stand on all links to the web or on none, in lower case: else the figures mean nothing. */
final class UtmRule implements Rule {
    private static final Pattern UTM = Pattern.compile("[?&]utm_[a-z]+=", Pattern.CASE_INSENSITIVE);
    private static final Pattern UPPER_CASE = Pattern.compile("[?&](?i:utm)_[^&#]*\\p{Lu}");

    @Override
    public void check(Letter letter, Findings findings) {
        Map<Boolean, List<Element>> links = letter.links().stream()
                .filter(isWeb(letter))
                .collect(Collectors.partitioningBy(
                        link -> UTM.matcher(link.attr("href")).find()));
        List<Element> with = links.getOrDefault(true, List.of());
        List<Element> without = links.getOrDefault(false, List.of());
        if (!with.isEmpty() && !without.isEmpty()) {
            boolean wanted = letter.publication().utm().isPresent();
            (wanted ? without : with).forEach(link -> reportMixed(link, wanted, letter, findings));
        }
        with.stream()
                .filter(link -> UPPER_CASE.matcher(link.attr("href")).find())
                .forEach(link -> findings.add(
                        Code.MIXED_UTM,
                        letter.at(link, link.attr("href")),
                        "the campaign parameters of this link have capitals: " + link.attr("href"),
                        "write them in lower case: 'Mail' and 'mail' count as two"));
    }

    /** All but the one by which a reader leaves. */
    private static Predicate<Element> isWeb(Letter letter) {
        String leave = letter.publication().unsubscribe().map(Object::toString).orElse("");
        return link ->
                link.attr("href").startsWith("http") && !link.attr("href").equals(leave);
    }

    private static void reportMixed(Element link, boolean wanted, Letter letter, Findings findings) {
        String address = Untagged.of(link.attr("href"));
        findings.add(
                Code.MIXED_UTM,
                letter.at(link, link.attr("href")),
                wanted
                        ? "this link has no campaign parameters and others have: " + address
                        : "this link has campaign parameters (utm_…) and others have none: " + address,
                wanted
                        ? "add them here, or take 'utm' out of newsletter.yaml"
                        : "take them out; 'links: {utm: …}' in newsletter.yaml gives them to all links");
    }
}
