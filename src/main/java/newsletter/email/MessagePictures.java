package newsletter.email;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import newsletter.email.picture.Picture;
import newsletter.model.DomainName;
import newsletter.model.PictureDelivery;
import newsletter.model.Publication;

/**
 * Where a message finds its pictures. The page beside them calls them by their paths; a message calls them by addresses on the
 * web, or by the ids of its own parts (RFC 2392).
 *
 * <pre>{@code
 * MessagePictures pictures = MessagePictures.of(publication, issue.id());
 * String html = pictures.html(email);
 * if (pictures.areEmbedded()) {
 *     email.pictures().forEach(picture -> attach(picture, "<" + pictures.contentId(picture) + ">"));
 * }
 * }</pre>
 *
 * @param place the folder on the web where they lie, ending in {@code /}; empty where they are parts of the message
 * @param domain the sender's, in ASCII
 */
public record MessagePictures(Optional<URI> place, String domain) {
    /** RFC 2606: of nobody. A publication without a sender can be built and not sent. */
    private static final String NO_DOMAIN = "newsletter.invalid";

    private static final String QUOTED = "\"" + Picture.FOLDER;

    /** As the publication wants it. */
    public static MessagePictures of(Publication publication, String issue) {
        Optional<URI> place = publication
                .url()
                .filter(url -> publication.pictures() == PictureDelivery.HOSTED)
                .map(url -> url.resolve(issue + "/"));
        String domain = publication
                .sender()
                .map(sender -> sender.email().substring(sender.email().lastIndexOf('@') + 1))
                .map(DomainName::ascii)
                .orElse(NO_DOMAIN);
        return new MessagePictures(place, domain);
    }

    /** Whether each picture has to be a part of the message. */
    public boolean areEmbedded() {
        return place.isEmpty();
    }

    /**
     * The id of a picture's part, without angle brackets: {@code korea-1f0c2a9b@example.org}. The same picture has the same id in
     * every message.
     */
    public String contentId(Picture picture) {
        return picture.stem() + "@" + domain;
    }

    /** What a message writes into {@code src} for a picture. */
    public String address(Picture picture) {
        return place.map(folder -> folder.resolve(picture.path()).toString())
                .orElseGet(() -> "cid:" + contentId(picture));
    }

    /**
     * The page as a message shows it. Paths are replaced as text, not in a parsed page, so that those within conditional comments
     * are too; in quotes no path is part of another, and each has a hash in it that no words have.
     */
    public String html(Email email) {
        Map<String, Picture> byPath =
                email.pictures().stream().collect(Collectors.toMap(Picture::path, picture -> picture));
        String page = email.html();
        StringBuilder html = new StringBuilder(page.length() * 2);
        int done = 0;
        for (int at = page.indexOf(QUOTED); at >= 0; at = page.indexOf(QUOTED, at + 1)) {
            int end = page.indexOf('"', at + 1);
            Picture picture = end < 0 ? null : byPath.get(page.substring(at + 1, end));
            if (picture != null) {
                html.append(page, done, at + 1).append(address(picture));
                done = end;
            }
        }
        return html.append(page, done, page.length()).toString();
    }
}
