package newsletter.email.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Plain pixels to a file, PNG or JPEG:
 *
 * <ul>
 *   <li>what shines through is PNG, for JPEG has no alpha;
 *   <li>what came from a lossy file is the smaller of the two;
 *   <li>what is drawn (half of its pixels, or more, are exactly like the one at their left; a photograph's are not) is PNG, for
 *       JPEG blurs its edges;
 *   <li>all else is JPEG where that halves its size, PNG where it does not.
 * </ul>
 */
final class Encoder {
    private static final float JPEG_QUALITY = 0.85f;

    /** Of the PNG writer 0 is the smallest file and the slowest; nothing is lost by it. */
    private static final float PNG_QUALITY = 0;

    private static final int MOST_INDEXED = 256;

    private Encoder() {}

    /** @param lossy whether the pixels came from a file that was not exact */
    static byte[] encode(BufferedImage image, boolean lossy) throws IOException {
        byte[] png = png(image);
        if (image.getColorModel().hasAlpha() || (!lossy && isDrawn(image))) {
            return png;
        }
        byte[] jpeg = jpeg(image);
        return jpeg.length < (lossy ? png.length : png.length / 2) ? jpeg : png;
    }

    private static boolean isDrawn(BufferedImage image) {
        long same = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            int[] row = row(image, y);
            for (int x = 1; x < row.length; x++) {
                same += row[x] == row[x - 1] ? 1 : 0;
            }
        }
        return same * 2 >= (long) image.getHeight() * (image.getWidth() - 1);
    }

    private static int[] row(BufferedImage image, int y) {
        return image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        return write(writer, param(writer, PNG_QUALITY), indexed(image).orElse(image));
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = param(writer, JPEG_QUALITY);
        if (param instanceof JPEGImageWriteParam tables) {
            tables.setOptimizeHuffmanTables(true);
        }
        return write(writer, param, image);
    }

    private static ImageWriteParam param(ImageWriter writer, float quality) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        return param;
    }

    private static byte[] write(ImageWriter writer, ImageWriteParam param, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same pixels with a table of their colours, which PNG packs best; empty where there are too many. */
    private static Optional<BufferedImage> indexed(BufferedImage image) {
        Map<Integer, Integer> colors = new LinkedHashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int pixel : row(image, y)) {
                colors.putIfAbsent(pixel, colors.size());
            }
            if (colors.size() > MOST_INDEXED) {
                return Optional.empty();
            }
        }
        return Optional.of(indexed(image, colors));
    }

    private static BufferedImage indexed(BufferedImage image, Map<Integer, Integer> colors) {
        int[] table = colors.keySet().stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(
                8, table.length, table, 0, image.getColorModel().hasAlpha(), -1, DataBuffer.TYPE_BYTE);
        BufferedImage indexed =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < image.getHeight(); y++) {
            int[] row = row(image, y);
            for (int x = 0; x < row.length; x++) {
                indexed.getRaster().setSample(x, y, 0, colors.getOrDefault(row[x], 0));
            }
        }
        return indexed;
    }
}
