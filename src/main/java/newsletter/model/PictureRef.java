package newsletter.model;

import newsletter.finding.Location;

/**
 * A picture as an editor named it.
 *
 * @param target a file's name as written, or an https address
 * @param alt what is seen on it; empty where the editor gave nothing
 * @param at where the editor wrote it
 */
public record PictureRef(String target, String alt, Location at) {
    /** Whether it stays where it is, on the web. */
    public boolean isRemote() {
        return target.startsWith("https://") || target.startsWith("http://");
    }
}
