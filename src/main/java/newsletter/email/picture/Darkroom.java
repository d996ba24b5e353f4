package newsletter.email.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes of a picture's file the one that is sent: not much wider than it has to be, upright, bare of metadata. The same file gives the
 * same bytes.
 *
 * <p>Java's image classes take long to load. This class is the way to them: who has the result already does not come here.
 */
final class Darkroom {
    /** What this class and those behind it do; raised when they come to do anything else, so that no older result is taken. */
    static final int VERSION = 1;

    private static final int MOST_TIMES_TOO_WIDE = 2;

    /** A JPEG made of a JPEG loses a little each time; so it has to save a quarter. */
    private static final double SHARE_WORTH_A_LOSS = 0.75;

    Darkroom() {
        // There need not be a screen; and macOS would show the program in its dock.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    /**
     * Develops a picture.
     *
     * @param width at most that of the file's picture, in pixels
     * @param video whether a play mark is drawn into it
     * @return a PNG, JPEG or GIF file
     * @throws BrokenPictureException when the pixels cannot be read
     */
    byte[] develop(PictureFile file, int width, boolean video) throws BrokenPictureException {
        try {
            Optional<byte[]> same = canStay(file, width) && !video ? file.bare() : Optional.empty();
            if (file.isAnimated() && same.isPresent()) {
                return same.get();
            }
            byte[] made = Encoder.encode(print(file, width, video), file.isLossy());
            double most = made.length / (file.isLossy() ? SHARE_WORTH_A_LOSS : 1);
            return same.filter(bytes -> bytes.length <= most).orElse(made);
        } catch (IOException | RuntimeException e) {
            // The decoders meet what they did not expect with whatever exception it comes to.
            throw new BrokenPictureException(e);
        }
    }

    /** Somewhat too many pixels do no harm where the file is the smaller one all the same, as with drawings of few colours. */
    private static boolean canStay(PictureFile file, int width) {
        boolean near = file.size().width() <= (long) width * MOST_TIMES_TOO_WIDE;
        return file.isAnimated() || (near && file.orientation() == Orientation.UPRIGHT);
    }

    private static BufferedImage print(PictureFile file, int width, boolean video) throws IOException {
        Size wanted = file.size().narrowedTo(width);
        BufferedImage sized = resized(Decoder.decode(file), file.orientation().upright(wanted));
        BufferedImage upright = turned(sized, file.orientation());
        if (video) {
            PlayMark.draw(upright);
        }
        return upright;
    }

    private static BufferedImage resized(BufferedImage image, Size size) throws IOException {
        boolean larger = size.width() >= image.getWidth() && size.height() >= image.getHeight();
        return larger
                ? image
                : Thumbnails.of(image)
                        .forceSize(size.width(), size.height())
                        .imageType(image.getType())
                        .asBufferedImage();
    }

    private static BufferedImage turned(BufferedImage image, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return image;
        }
        Size stored = new Size(image.getWidth(), image.getHeight());
        Size upright = orientation.upright(stored);
        BufferedImage turned = new BufferedImage(upright.width(), upright.height(), image.getType());
        AffineTransform turn = AffineTransform.getTranslateInstance(upright.width() / 2.0, upright.height() / 2.0);
        turn.quadrantRotate(orientation.quarters());
        turn.scale(orientation.isMirrored() ? -1 : 1, 1);
        turn.translate(-stored.width() / 2.0, -stored.height() / 2.0);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return turned;
    }
}
