package newsletter.email;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A round play mark in the middle of a still: no mail program plays a video, so the picture has to say that it is one. */
final class PlayMark {
    /** The most pixels that are decoded; a small file can claim a size that fills the memory ("decompression bomb"). */
    private static final long LARGEST = 40_000_000;

    private PlayMark() {}

    /** The picture with the mark as PNG or JPEG; empty where it cannot be read. */
    static Optional<byte[]> draw(byte[] picture, PictureFormat format) {
        try {
            Optional<BufferedImage> still = read(picture);
            if (still.isEmpty()) {
                return Optional.empty();
            }
            BufferedImage marked = mark(still.get(), format);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(marked, format == PictureFormat.JPEG ? "jpg" : "png", out);
            return Optional.of(out.toByteArray());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(byte[] picture) throws IOException {
        ImageIO.setUseCache(false);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            return pixels > LARGEST ? Optional.empty() : Optional.of(reader.read(0));
        }
    }

    private static BufferedImage mark(BufferedImage still, PictureFormat format) {
        int type = format == PictureFormat.JPEG ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        BufferedImage marked = new BufferedImage(still.getWidth(), still.getHeight(), type);
        Graphics2D graphics = marked.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.drawImage(still, 0, 0, null);
        paint(
                graphics,
                still.getWidth() / 2.0,
                still.getHeight() / 2.0,
                Math.min(still.getWidth(), still.getHeight()) / 7.0);
        graphics.dispose();
        return marked;
    }

    private static void paint(Graphics2D graphics, double x, double y, double radius) {
        Ellipse2D disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.setColor(new Color(0x14, 0x18, 0x1D, 0xB8));
        graphics.fill(disc);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke((float) (radius / 14)));
        graphics.draw(disc);
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x - radius * 0.32, y - radius * 0.48);
        triangle.lineTo(x + radius * 0.54, y);
        triangle.lineTo(x - radius * 0.32, y + radius * 0.48);
        triangle.closePath();
        graphics.fill(triangle);
    }
}
