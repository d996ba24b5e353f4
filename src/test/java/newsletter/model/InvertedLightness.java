package newsletter.model;

/**
 * What mail programs and browsers that darken by force make of a colour: the CIELAB lightness inverted, the hue kept, what leaves
 * sRGB cut off (white point D65).
 */
final class InvertedLightness {
    private static final double[] WHITE = {0.95047, 1, 1.08883};
    private static final double[][] TO_XYZ = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}
    };
    private static final double[][] FROM_XYZ = {
        {3.2404542, -1.5371385, -0.4985314}, {-0.9692660, 1.8760108, 0.0415560}, {0.0556434, -0.2040259, 1.0572252}
    };
    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;

    private InvertedLightness() {}

    static Color of(Color color) {
        double[] xyz = times(TO_XYZ, linear(color.red()), linear(color.green()), linear(color.blue()));
        double x = compress(xyz[0] / WHITE[0]);
        double y = compress(xyz[1] / WHITE[1]);
        double z = compress(xyz[2] / WHITE[2]);
        double inverted = (100 - (116 * y - 16) + 16) / 116;
        double[] rgb = times(
                FROM_XYZ,
                expand(inverted + x - y) * WHITE[0],
                expand(inverted) * WHITE[1],
                expand(inverted + z - y) * WHITE[2]);
        return new Color(part(rgb[0]), part(rgb[1]), part(rgb[2]));
    }

    private static double[] times(double[][] matrix, double... vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }

    private static double compress(double share) {
        return share > EPSILON ? Math.cbrt(share) : (KAPPA * share + 16) / 116;
    }

    private static double expand(double share) {
        double cube = share * share * share;
        return cube > EPSILON ? cube : (116 * share - 16) / KAPPA;
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int part(double linear) {
        double share = Math.max(0, Math.min(1, linear));
        double gamma = share <= 0.0031308 ? share * 12.92 : 1.055 * Math.pow(share, 1 / 2.4) - 0.055;
        return (int) Math.round(gamma * 255);
    }
}
