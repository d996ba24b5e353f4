package newsletter.link;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;

/**
 * What earlier checks found of the web links of a page, without asking anybody. Only good verdicts are remembered, so the rest is not
 * known, and not bad.
 *
 * @param work how many work, those that moved among them
 * @param moved how many of these are elsewhere for good
 * @param all how many there are, each counted once
 */
public record KnownLinks(int work, int moved, int all) {
    /**
     * Looks the links of a page up.
     *
     * @param html the page as it is sent
     */
    public static KnownLinks of(String html, LinkMemory memory) {
        Set<List<String>> links = new HashSet<>();
        for (String address : Jsoup.parse(html).select("a[href], area[href]").eachAttr("href")) {
            if (address.matches("(?is)https?:.*")) {
                links.add(PageLinks.untagged(address.strip()).stream()
                        .map(Waivers::spelling)
                        .toList());
            }
        }
        List<LinkMemory.Remembered> known =
                links.stream().flatMap(link -> recall(link, memory).stream()).toList();
        int moved = (int) known.stream().filter(one -> one.to().isPresent()).count();
        return new KnownLinks(known.size(), moved, links.size());
    }

    private static Optional<LinkMemory.Remembered> recall(List<String> spellings, LinkMemory memory) {
        return spellings.stream()
                .flatMap(spelling -> memory.recall(spelling).stream())
                .findFirst();
    }

    /** A clause in numbers: {@code links: 38 of 41 known to work, 2 of them moved}. */
    @Override
    public String toString() {
        return "links: " + work + " of " + all + " known to work" + (moved > 0 ? ", " + moved + " of them moved" : "");
    }
}
