package newsletter.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/** Where links may lead: https, mailto, tel, sms, cid, or an anchor of the page itself. */
final class LinkAddressRule implements Rule {
    private static final List<String> SCHEMES = List.of("https:", "mailto:", "tel:", "sms:", "cid:");

    @Override
    public void check(Letter letter, Findings findings) {
        Set<String> anchors = new HashSet<>(letter.page().select("[id]").eachAttr("id"));
        anchors.addAll(letter.page().select("a[name]").eachAttr("name"));
        for (Element link : letter.links()) {
            check(link, anchors, letter, findings);
        }
        letter.page().select("a:not([href])").stream()
                .filter(link -> !link.hasAttr("id") && !link.hasAttr("name"))
                .forEach(link -> findings.add(
                        Code.BAD_LINK,
                        letter.at(link),
                        "this link has no address",
                        "give it an href, or write its words without <a>"));
    }

    private static void check(Element link, Set<String> anchors, Letter letter, Findings findings) {
        String address = link.attr("href").strip();
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http:")) {
            findings.add(
                    Code.INSECURE_ADDRESS,
                    letter.at(link, address),
                    "this address is not encrypted on its way: " + Untagged.of(address),
                    "write https:// and see that it opens; mail programs warn of http");
        } else if (address.startsWith("#")) {
            checkAnchor(link, address, anchors, letter, findings);
        } else if (SCHEMES.stream().noneMatch(lower::startsWith)) {
            findings.add(
                    Code.BAD_LINK,
                    letter.at(link, address),
                    address.isEmpty()
                            ? "the address of this link is empty"
                            : "a reader of a message cannot follow '" + address + "'",
                    "write the whole address, beginning with https:// or mailto:");
        }
    }

    private static void checkAnchor(
            Element link, String address, Set<String> anchors, Letter letter, Findings findings) {
        if (!anchors.contains(address.substring(1))) {
            findings.add(
                    Code.BROKEN_ANCHOR,
                    letter.at(link, address),
                    "nothing on the page has the id of the link '" + address + "'",
                    "correct it, or give that id to what it should lead to");
        }
    }
}
