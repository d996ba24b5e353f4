package newsletter.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import newsletter.email.Picture;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import org.jsoup.nodes.Element;

/** The files of pictures: sharp on a fine screen, and not heavier than a reader's patience. */
final class PictureFileRule implements Rule {
    private static final int KILOBYTE = 1024;
    private static final int HEAVY = 200 * KILOBYTE;
    private static final int HEAVY_TOGETHER = 1024 * KILOBYTE;

    /** How many pixels of the file at least stand for one of the page; two is what a fine screen shows. */
    private static final double COARSE = 1.5;

    @Override
    public void check(Letter letter, Findings findings) {
        long together = 0;
        for (Picture picture : letter.email().pictures()) {
            together += picture.bytes().length;
            checkWeight(picture, letter, findings);
            checkSharpness(picture, letter, findings);
        }
        if (together > HEAVY_TOGETHER) {
            findings.add(
                    Code.HEAVY_PICTURE,
                    letter.start(),
                    "all pictures together weigh " + together / KILOBYTE + " KB",
                    "keep them below " + HEAVY_TOGETHER / KILOBYTE + " KB: show fewer, or smaller ones");
        }
    }

    private static void checkWeight(Picture picture, Letter letter, Findings findings) {
        if (picture.bytes().length > HEAVY) {
            findings.add(
                    Code.HEAVY_PICTURE,
                    at(picture, letter),
                    "this picture weighs " + picture.bytes().length / KILOBYTE + " KB",
                    "keep it below " + HEAVY / KILOBYTE
                            + " KB: save photographs as JPEG, and no larger than they are shown");
        }
    }

    private static void checkSharpness(Picture picture, Letter letter, Findings findings) {
        OptionalDouble shown = letter.page().select("img").stream()
                .filter(image -> image.attr("src").equals(picture.path()))
                .map(image -> Pixels.parse(image.attr("width")))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
        OptionalInt width = width(picture.bytes());
        if (shown.isPresent() && width.isPresent() && width.getAsInt() < COARSE * shown.getAsDouble()) {
            String message = String.format(
                    Locale.ROOT,
                    "this picture is %d pixels wide and shown %.0f wide: it is blurred on a fine screen",
                    width.getAsInt(),
                    shown.getAsDouble());
            String hint =
                    String.format(Locale.ROOT, "take one that is %.0f pixels wide or more", 2 * shown.getAsDouble());
            findings.add(Code.COARSE_PICTURE, at(picture, letter), message, hint);
        }
    }

    private static Location at(Picture picture, Letter letter) {
        Element image = letter.page().select("img").stream()
                .filter(element -> element.attr("src").equals(picture.path()))
                .findFirst()
                .orElse(letter.page().body());
        return letter.at(image, picture.path());
    }

    /** In pixels, from the head of the file: nothing is decoded. */
    private static OptionalInt width(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return OptionalInt.empty();
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            return OptionalInt.of(reader.getWidth(0));
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}
