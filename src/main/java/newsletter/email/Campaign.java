package newsletter.email;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.model.Utm;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Adds to every web link of a page by what a site's statistics tell that a visitor came from the newsletter:
 * {@code https://example.org/?utm_source=courier&utm_medium=email&utm_campaign=2018-09}. Each value in lower case, as statistics
 * count {@code Email} and {@code email} as two. What a link has already stays as it is.
 *
 * <p>The plain text has no such links: there a reader sees each address, and would have to type it.
 */
final class Campaign {
    private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String source;
    private final String medium;
    private final String name;
    private final Optional<String> unsubscribe;

    /**
     * @param issue its id, the campaign's name where the publication gives none
     * @param unsubscribe the address that stays as it is: a list server may not take any other
     */
    Campaign(Utm utm, String issue, Optional<URI> unsubscribe) {
        this.source = encoded(utm.source());
        this.medium = encoded(utm.medium());
        this.name = encoded(utm.campaign().orElse(issue));
        this.unsubscribe = unsubscribe.map(URI::toString);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /** Tags all links of a page. */
    void tag(Document page) {
        for (Element link : page.select("a[href], area[href]")) {
            link.attr("href", tagged(link.attr("href")));
        }
    }

    /** An address with what it lacks; all but web addresses unchanged. */
    String tagged(String address) {
        if (!WEB.matcher(address).matches()
                || unsubscribe.filter(address::equals).isPresent()) {
            return address;
        }
        int end = address.indexOf('#');
        String fragment = end < 0 ? "" : address.substring(end);
        String tagged = end < 0 ? address : address.substring(0, end);
        tagged = with(tagged, "utm_source", source);
        tagged = with(tagged, "utm_medium", medium);
        tagged = with(tagged, "utm_campaign", name);
        return tagged + fragment;
    }

    private static String with(String address, String key, String value) {
        int query = address.indexOf('?');
        if (query >= 0 && has(address.substring(query + 1), key)) {
            return address;
        }
        boolean open = query >= 0 && (address.endsWith("?") || address.endsWith("&"));
        return address + (query < 0 ? "?" : open ? "" : "&") + key + "=" + value;
    }

    private static boolean has(String query, String key) {
        return Pattern.compile("[&;]")
                .splitAsStream(query)
                .anyMatch(pair -> pair.equals(key) || pair.startsWith(key + "="));
    }
}
