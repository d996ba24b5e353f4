package newsletter.email.picture;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Turns pixels of any kind into those that mail programs expect: sRGB with 8 bits a channel, alpha only where something shines through. */
final class Colors {
    private static final int OPAQUE = 0xFF000000;

    private Colors() {}

    /** The same picture as {@link BufferedImage#TYPE_INT_RGB}, or {@code TYPE_INT_ARGB} where it is not opaque. */
    static BufferedImage plain(BufferedImage decoded) {
        boolean alpha = decoded.getColorModel().hasAlpha();
        BufferedImage image = empty(decoded, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        ColorModel model = decoded.getColorModel();
        if (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY && !(model instanceof IndexColorModel)) {
            copyGrey(decoded, image);
        } else if (model.getColorSpace().isCS_sRGB()) {
            draw(decoded, image);
        } else {
            new ColorConvertOp(null).filter(decoded, image);
        }
        return alpha && isOpaque(image) ? draw(image, empty(image, BufferedImage.TYPE_INT_RGB)) : image;
    }

    private static BufferedImage empty(BufferedImage like, int type) {
        return new BufferedImage(like.getWidth(), like.getHeight(), type);
    }

    private static BufferedImage draw(BufferedImage from, BufferedImage to) {
        Graphics2D graphics = to.createGraphics();
        graphics.drawImage(from, 0, 0, null);
        graphics.dispose();
        return to;
    }

    /** Java takes grey for linear light and would lighten it; files mean the grey of sRGB. */
    private static void copyGrey(BufferedImage from, BufferedImage to) {
        Raster raster = from.getRaster();
        int shift = from.getColorModel().getComponentSize(0) - 8;
        boolean alpha = from.getColorModel().hasAlpha();
        int[] row = new int[from.getWidth() * raster.getNumBands()];
        for (int y = 0; y < from.getHeight(); y++) {
            raster.getPixels(0, y, from.getWidth(), 1, row);
            for (int x = 0; x < from.getWidth(); x++) {
                int grey = row[x * raster.getNumBands()] >> shift;
                int opacity = alpha ? row[x * raster.getNumBands() + 1] >> shift : 0xFF;
                to.setRGB(x, y, (opacity << 24) | (grey * 0x010101));
            }
        }
    }

    static boolean isOpaque(BufferedImage image) {
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int pixel : image.getRGB(0, y, image.getWidth(), 1, row, 0, image.getWidth())) {
                if ((pixel & OPAQUE) != OPAQUE) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Takes the colours of a plain picture for those of a profile, in place. A profile that is not one of RGB says nothing of them. */
    static void convert(BufferedImage plain, byte[] profile) {
        ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
        if (space.getType() != ColorSpace.TYPE_RGB || space.isCS_sRGB()) {
            return;
        }
        ColorModel model = new ComponentColorModel(space, false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        WritableRaster line = model.createCompatibleWritableRaster(plain.getWidth(), 1);
        BufferedImage meant = new BufferedImage(model, line, false, null);
        BufferedImage converted = new BufferedImage(plain.getWidth(), 1, BufferedImage.TYPE_INT_RGB);
        ColorConvertOp operation = new ColorConvertOp(null);
        for (int y = 0; y < plain.getHeight(); y++) {
            for (int x = 0; x < plain.getWidth(); x++) {
                int pixel = plain.getRGB(x, y);
                line.setPixel(x, 0, new int[] {(pixel >> 16) & 0xFF, (pixel >> 8) & 0xFF, pixel & 0xFF});
            }
            operation.filter(meant, converted);
            for (int x = 0; x < plain.getWidth(); x++) {
                plain.setRGB(x, y, (plain.getRGB(x, y) & OPAQUE) | (converted.getRGB(x, 0) & ~OPAQUE));
            }
        }
    }
}
