package newsletter.email.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A file's pixels. */
final class Decoder {
    /** The most pixels that are held; of a larger picture, every second (third, …) in both directions is read. */
    private static final double MOST_PIXELS = 24_000_000;

    private Decoder() {}

    /** The pixels as stored, not turned, in sRGB; of an animation, the first picture. */
    static BufferedImage decode(PictureFile file) throws IOException {
        int step = (int) Math.ceil(Math.sqrt(file.stored().pixels() / MOST_PIXELS));
        if (file instanceof PngFile png) {
            BufferedImage pixels = Colors.plain(read(png.pixels(), png, step));
            png.profile().ifPresent(profile -> Colors.convert(pixels, profile));
            return pixels;
        }
        BufferedImage pixels = Colors.plain(read(file.bytes(), file, step));
        return file instanceof GifFile gif ? onScreen(pixels, gif, step) : pixels;
    }

    private static BufferedImage read(byte[] bytes, PictureFile file, int step) throws IOException {
        String format = file.format().name().toLowerCase(Locale.ROOT);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** The first image of a GIF may be smaller than its screen. */
    private static BufferedImage onScreen(BufferedImage image, GifFile gif, int step) {
        int width = (gif.stored().width() + step - 1) / step;
        int height = (gif.stored().height() + step - 1) / step;
        if (image.getWidth() == width && image.getHeight() == height) {
            return image;
        }
        BufferedImage screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = screen.createGraphics();
        graphics.drawImage(image, gif.left() / step, gif.top() / step, null);
        graphics.dispose();
        return screen;
    }
}
