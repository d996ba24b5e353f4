package newsletter.model;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who wrote each tag of a finished page.
 *
 * @param tags by the place of the tag's {@code <} in the HTML, a 0-based index in UTF-16 units; tags in comments are among
 *     them, since conditional comments are what Outlook shows. A tag that is not among them belongs to what is around it
 * @param authorship whose the rest is
 */
public record Origins(NavigableMap<Integer, Origin> tags, Authorship authorship) {
    /** Copies the map. */
    public Origins {
        tags = Collections.unmodifiableNavigableMap(new TreeMap<>(tags));
    }

    /** Who wrote the tag that begins there. */
    public Optional<Origin> of(int tag) {
        return Optional.ofNullable(tags.get(tag));
    }

    /** Who wrote the last tag before a place in the HTML. */
    public Optional<Origin> before(int place) {
        return Optional.ofNullable(tags.floorEntry(place)).map(Map.Entry::getValue);
    }
}
