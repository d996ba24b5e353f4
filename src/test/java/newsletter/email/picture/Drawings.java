package newsletter.email.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures that tests draw, and the files that they put them into. */
final class Drawings {
    private Drawings() {}

    /** Four flat colours in the corners, red at the top left, then clockwise green, blue and white: it shows how it is turned. */
    static BufferedImage corners(int width, int height) {
        return corners(width, height, BufferedImage.TYPE_INT_RGB);
    }

    static BufferedImage corners(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        fill(graphics, Color.RED, 0, 0, width / 2, height / 2);
        fill(graphics, Color.GREEN, width / 2, 0, width - width / 2, height / 2);
        fill(graphics, Color.BLUE, width / 2, height / 2, width - width / 2, height - height / 2);
        fill(graphics, Color.WHITE, 0, height / 2, width / 2, height - height / 2);
        graphics.dispose();
        return image;
    }

    private static void fill(Graphics2D graphics, Color color, int x, int y, int width, int height) {
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
    }

    /** One colour all over. */
    static BufferedImage flat(Color color, int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** Soft light with grain, like a photograph. */
    static BufferedImage photo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x204060), width, height, new Color(0xE0C080)));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        Random grain = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, image.getRGB(x, y) + grain.nextInt(16) * 0x010101);
            }
        }
        return image;
    }

    static byte[] png(BufferedImage image) {
        return file(image, "png");
    }

    static byte[] jpeg(BufferedImage image) {
        return file(image, "jpeg");
    }

    /** @param quality 0 to 1; the usual one is 0.75 */
    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        return bytes.toByteArray();
    }

    static byte[] gif(BufferedImage image) {
        return file(image, "gif");
    }

    private static byte[] file(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PNG file with one more chunk after its header. */
    static byte[] withChunk(byte[] png, String type, byte[] data) {
        return joined(part(png, 0, 33), chunk(type, data), part(png, 33, png.length));
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] body = joined(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 sum = new CRC32();
        sum.update(body);
        return joined(number(data.length), body, number((int) sum.getValue()));
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    /** A JPEG file with one more segment after its beginning. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        byte[] head = ByteBuffer.allocate(4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .array();
        return joined(part(jpeg, 0, 2), head, data, part(jpeg, 2, jpeg.length));
    }

    /** A camera's metadata: how the picture is turned, and a place. */
    static byte[] exif(int orientation) {
        return joined(
                "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {(byte) orientation, 0, 0, 0, 0, 0, 0},
                "GPS 50.8503 4.3517".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A JPEG file with a camera's metadata. */
    static byte[] turned(byte[] jpeg, int orientation) {
        return withSegment(jpeg, 0xE1, joined(bytes("Exif\0\0"), exif(orientation)));
    }

    /** Characters U+0000 to U+00FF as bytes. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] part(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
