package newsletter.model;

import java.util.Optional;
import newsletter.finding.Location;

/**
 * A picture as an editor named it.
 *
 * @param target a file's name as written, or an https address
 * @param description what is seen on it; empty text where the editor said that it only decorates, nothing where nothing was said
 * @param at where the editor wrote it
 * @param describedAt where the editor said what is seen on it
 */
public record PictureRef(String target, Optional<String> description, Location at, Location describedAt) {
    /** A picture that is described where it is named. */
    public PictureRef(String target, Optional<String> description, Location at) {
        this(target, description, at, at);
    }

    // Written out, since this is a key: what Java puts together for a record takes it long at the first time.
    @Override
    public boolean equals(Object other) {
        return other instanceof PictureRef picture
                && picture.target.equals(target)
                && picture.description.equals(description)
                && picture.at.equals(at)
                && picture.describedAt.equals(describedAt);
    }

    @Override
    public int hashCode() {
        return target.hashCode() * 31 + at.hashCode();
    }

    /** What is read out in its place; empty where there is nothing to say. */
    public String alt() {
        return description.orElse("");
    }

    /** Whether it stays where it is, on the web. */
    public boolean isRemote() {
        return target.startsWith("https://") || target.startsWith("http://");
    }
}
