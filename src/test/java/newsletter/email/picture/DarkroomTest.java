package newsletter.email.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a picture's file. */
class DarkroomTest {
    private static final String SECRET = "GPS 50.8503 4.3517";

    private static byte[] develop(byte[] file, int width) throws IOException {
        return develop(file, width, false);
    }

    private static byte[] develop(byte[] file, int width, boolean video) throws IOException {
        PictureFile read = PictureFile.read(file, PictureFormat.of(file).orElseThrow());
        return new Darkroom().develop(read, width, video);
    }

    private static BufferedImage seen(byte[] file) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = DarkroomTest.class.getResourceAsStream("/pictures/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static PictureFormat format(byte[] file) {
        return PictureFormat.of(file).orElseThrow();
    }

    /** Lossy formats come near. */
    private static void assertColor(BufferedImage image, int x, int y, Color color) {
        Color there = new Color(image.getRGB(x, y), true);
        assertThat(new int[] {there.getRed(), there.getGreen(), there.getBlue(), there.getAlpha()})
                .as("pixel %d,%d: %s", x, y, there)
                .satisfies(actual -> {
                    assertThat(actual[0]).isCloseTo(color.getRed(), org.assertj.core.data.Offset.offset(12));
                    assertThat(actual[1]).isCloseTo(color.getGreen(), org.assertj.core.data.Offset.offset(12));
                    assertThat(actual[2]).isCloseTo(color.getBlue(), org.assertj.core.data.Offset.offset(12));
                    assertThat(actual[3]).isEqualTo(color.getAlpha());
                });
    }

    private static void assertCorners(
            BufferedImage image, Color topLeft, Color topRight, Color lowRight, Color lowLeft) {
        int right = image.getWidth() * 3 / 4;
        int low = image.getHeight() * 3 / 4;
        assertColor(image, image.getWidth() / 4, image.getHeight() / 4, topLeft);
        assertColor(image, right, image.getHeight() / 4, topRight);
        assertColor(image, right, low, lowRight);
        assertColor(image, image.getWidth() / 4, low, lowLeft);
    }

    private static void assertCorners(BufferedImage image) {
        assertCorners(image, Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
    }

    @Test
    void narrowsAPictureInItsRatio() throws IOException {
        BufferedImage image = seen(develop(Drawings.jpeg(Drawings.photo(900, 601)), 320));

        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(214);
    }

    @Test
    void neverEnlarges() throws IOException {
        assertThat(seen(develop(Drawings.png(Drawings.corners(40, 20)), 1072)).getWidth())
                .isEqualTo(40);
    }

    @Test
    void givesTheSameBytesEachTime() throws IOException {
        byte[] photo = Drawings.jpeg(Drawings.photo(500, 300));

        assertThat(develop(photo, 200)).isEqualTo(develop(photo, 200));
    }

    /** How the corners of a picture stand when it is looked at, whose file says that it is turned (EXIF 2.32, 4.6.4 A). */
    @ParameterizedTest
    @CsvSource({"1, RGBW", "2, GRWB", "3, BWRG", "4, WBGR", "5, RWBG", "6, WRGB", "7, BGRW", "8, GBWR"})
    void turnsAPictureUpright(int orientation, String corners) throws IOException {
        boolean onItsSide = orientation > 4;
        byte[] file = Drawings.turned(Drawings.jpeg(Drawings.corners(320, 160)), orientation);

        BufferedImage image = seen(develop(file, onItsSide ? 40 : 80));

        assertThat(image.getWidth()).isEqualTo(onItsSide ? 40 : 80);
        assertThat(image.getHeight()).isEqualTo(onItsSide ? 80 : 40);
        assertCorners(image, color(corners, 0), color(corners, 1), color(corners, 2), color(corners, 3));
    }

    private static Color color(String corners, int index) {
        return switch (corners.charAt(index)) {
            case 'R' -> Color.RED;
            case 'G' -> Color.GREEN;
            case 'B' -> Color.BLUE;
            default -> Color.WHITE;
        };
    }

    @Test
    void turnsAPictureThatNeedsNoResizing() throws IOException {
        byte[] png = Drawings.withChunk(Drawings.png(Drawings.corners(40, 20)), "eXIf", Drawings.exif(6));

        BufferedImage image = seen(develop(png, 1072));

        assertThat(image.getWidth()).isEqualTo(20);
        assertCorners(image, Color.WHITE, Color.RED, Color.GREEN, Color.BLUE);
    }

    @Test
    void keepsTheBytesOfAPictureThatFitsAndSaysNothingMore() throws IOException {
        byte[] png = develop(Drawings.png(Drawings.corners(40, 20)), 1072);
        byte[] jpeg = sample("progressive.jpg");

        assertThat(develop(png, 40)).isSameAs(png);
        assertThat(develop(jpeg, 40).length).isLessThanOrEqualTo(jpeg.length);
    }

    @Test
    void keepsADrawingThatWouldBeALargerFileIfItWereNarrower() throws IOException {
        byte[] drawing = develop(Drawings.png(stripes(300, 100)), 300);

        assertThat(develop(drawing, 210)).isSameAs(drawing);
    }

    /** Narrow black and white stripes, which give many greys when they are narrowed. */
    private static BufferedImage stripes(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x + y / 7) / 3 % 2 == 0 ? 0 : 0xFFFFFF);
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 1072})
    void dropsAllMetadataOfAJpeg(int width) throws IOException {
        byte[] file = Drawings.jpeg(Drawings.corners(40, 20));
        file = Drawings.withSegment(file, 0xFE, Drawings.bytes("comment " + SECRET));
        file = Drawings.withSegment(file, 0xED, Drawings.bytes("Photoshop 3.0\0 8BIM " + SECRET));
        file = Drawings.withSegment(file, 0xE1, Drawings.bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET));
        file = Drawings.turned(file, 1);
        file = Drawings.joined(file, Drawings.bytes(SECRET));

        assertSaysNothing(develop(file, width));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 1072})
    void dropsAllMetadataOfAPng(int width) throws IOException {
        byte[] file = Drawings.png(Drawings.corners(40, 20));
        file = Drawings.withChunk(file, "tEXt", Drawings.bytes("Comment\0" + SECRET));
        file = Drawings.withChunk(file, "iTXt", Drawings.bytes("XML:com.adobe.xmp\0\0\0\0\0" + SECRET));
        file = Drawings.withChunk(file, "eXIf", Drawings.exif(1));
        file = Drawings.withChunk(file, "tIME", new byte[7]);
        file = Drawings.joined(file, Drawings.bytes(SECRET));

        byte[] sent = develop(file, width);

        assertSaysNothing(sent);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).doesNotContain("tIME");
    }

    @Test
    void dropsAllMetadataOfAnAnimation() throws IOException {
        byte[] gif = sample("animated.gif");
        int comment = new String(gif, StandardCharsets.ISO_8859_1).indexOf("!\u00FF\u000BNETSCAPE");
        byte[] file = Drawings.joined(
                Drawings.part(gif, 0, comment),
                Drawings.bytes("!\u00FE" + (char) SECRET.length() + SECRET + "\0"),
                Drawings.bytes("!\u00FF\u000BXMP DataXMP" + (char) SECRET.length() + SECRET + "\0"),
                Drawings.part(gif, comment, gif.length));

        assertThat(develop(file, 40)).isEqualTo(develop(gif, 40));
        assertSaysNothing(develop(file, 40));
    }

    /** Files of which a new one would not be much smaller, so that they are kept but for what they say. */
    @Test
    void dropsMetadataWithoutTouchingThePixels() throws IOException {
        byte[] png = develop(Drawings.png(Drawings.corners(40, 20)), 1072);
        byte[] jpeg = Drawings.jpeg(Drawings.photo(400, 300), 0.6f);
        byte[] spoken = Drawings.withSegment(Drawings.turned(jpeg, 1), 0xFE, Drawings.bytes("comment " + SECRET));

        assertThat(develop(jpeg, 400)).isSameAs(jpeg);
        assertThat(develop(spoken, 400)).isEqualTo(jpeg);
        assertThat(develop(Drawings.withChunk(png, "eXIf", Drawings.exif(1)), 40))
                .isEqualTo(png);
    }

    private static void assertSaysNothing(byte[] file) {
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("Exif")
                .doesNotContain("eXIf")
                .doesNotContain("xmp")
                .doesNotContain("8BIM")
                .doesNotContain("omment");
    }

    @Test
    void sendsADrawingAsPngWithoutATraceOfJpeg() throws IOException {
        BufferedImage image = seen(develop(Drawings.png(Drawings.corners(400, 200)), 100));

        assertThat(image.getRGB(10, 10)).isEqualTo(Color.RED.getRGB());
        assertThat(image.getRGB(90, 40)).isEqualTo(Color.BLUE.getRGB());
    }

    @Test
    void sendsAPhotographAsJpegWhateverItCameAs() throws IOException {
        BufferedImage photo = Drawings.photo(600, 400);

        assertThat(format(develop(Drawings.png(photo), 300))).isEqualTo(PictureFormat.JPEG);
        assertThat(format(develop(Drawings.png(photo), 600))).isEqualTo(PictureFormat.JPEG);
        assertThat(format(develop(Drawings.jpeg(photo), 300))).isEqualTo(PictureFormat.JPEG);
    }

    @Test
    void neverMakesAJpegOfWhatShinesThrough() throws IOException {
        BufferedImage photo = new BufferedImage(600, 400, BufferedImage.TYPE_INT_ARGB);
        photo.createGraphics().drawImage(Drawings.photo(600, 400), 0, 0, null);
        photo.setRGB(0, 0, 0);
        for (int x = 0; x < 300; x++) {
            photo.setRGB(x, 0, 0x40FFFFFF);
        }

        BufferedImage sent = seen(develop(Drawings.png(photo), 300));

        assertThat(sent.getColorModel().hasAlpha()).isTrue();
        assertThat(sent.getRGB(10, 0) >>> 24).isBetween(0x80, 0xC0);
    }

    @Test
    void takesAlphaThatHidesNothingForNone() throws IOException {
        BufferedImage photo = new BufferedImage(600, 400, BufferedImage.TYPE_INT_ARGB);
        photo.createGraphics().drawImage(Drawings.photo(600, 400), 0, 0, null);

        assertThat(format(develop(Drawings.png(photo), 300))).isEqualTo(PictureFormat.JPEG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "cmyk.jpg", "progressive.jpg"})
    void readsWhatJavaCannotWrite(String name) throws IOException {
        byte[] sent = develop(sample(name), 1072);

        assertThat(format(sent)).isIn(PictureFormat.JPEG, PictureFormat.PNG);
        assertCorners(seen(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy-alpha.webp", "lossless-alpha.webp"})
    void makesAPngOfAWebpThatShinesThrough(String name) throws IOException {
        byte[] sent = develop(sample(name), 1072);

        assertThat(format(sent)).isEqualTo(PictureFormat.PNG);
        assertColor(seen(sent), 10, 10, Color.RED);
        assertThat(seen(sent).getRGB(30, 10) >>> 24).isZero();
    }

    @Test
    void makesAJpegOfALossyWebpAndOfNoOther() throws IOException {
        assertThat(PictureFile.read(sample("lossy.webp"), PictureFormat.WEBP).isLossy())
                .isTrue();
        assertThat(PictureFile.read(sample("lossy-alpha.webp"), PictureFormat.WEBP)
                        .isLossy())
                .isTrue();
        assertThat(PictureFile.read(sample("lossless.webp"), PictureFormat.WEBP).isLossy())
                .isFalse();
        assertThat(format(develop(sample("lossless.webp"), 1072))).isEqualTo(PictureFormat.PNG);
    }

    @Test
    void keepsAnAnimationAsItIs() throws IOException {
        byte[] sent = develop(sample("animated.gif"), 20);

        assertThat(new String(sent, StandardCharsets.ISO_8859_1))
                .startsWith("GIF89a")
                .contains("NETSCAPE2.0");
        assertThat(PictureFile.read(sent, PictureFormat.GIF).isAnimated()).isTrue();
        assertThat(seen(sent).getWidth()).isEqualTo(40);
    }

    @Test
    void marksTheFirstPictureOfAnAnimatedVideo() throws IOException {
        byte[] sent = develop(sample("animated.gif"), 20, true);

        assertThat(format(sent)).isEqualTo(PictureFormat.PNG);
        assertThat(seen(sent).getWidth()).isEqualTo(20);
    }

    @Test
    void placesAGifsImageOnItsScreen() throws IOException {
        byte[] gif = Drawings.gif(Drawings.flat(Color.RED, 20, 10, BufferedImage.TYPE_INT_RGB));
        gif[6] = 40;
        gif[8] = 30;
        int image = new String(gif, StandardCharsets.ISO_8859_1).indexOf(",\0\0\0\0\24\0\12\0");
        gif[image + 1] = 12;
        gif[image + 3] = 15;

        BufferedImage sent = seen(develop(gif, 10));

        assertThat(sent.getWidth()).isEqualTo(10);
        assertThat(sent.getHeight()).isEqualTo(8);
        assertColor(sent, 5, 5, Color.RED);
        assertThat(sent.getRGB(1, 1) >>> 24).isZero();
        assertThat(sent.getRGB(9, 5) >>> 24).isZero();
    }

    /** A seventh of the picture's height around its middle, whatever the picture's size was. */
    @Test
    void drawsAPlayMarkInTheMiddle() throws IOException {
        byte[] still = Drawings.png(Drawings.flat(Color.YELLOW, 700, 350, BufferedImage.TYPE_INT_RGB));

        BufferedImage sent = seen(develop(still, 350, true));

        assertThat(sent.getWidth()).isEqualTo(350);
        assertColor(sent, 175, 87, Color.WHITE);
        assertColor(sent, 175, 87 - 18, new Color(0x56, 0x58, 0x15));
        assertColor(sent, 175, 87 - 27, Color.YELLOW);
        assertColor(sent, 5, 5, Color.YELLOW);
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 8", "1, 16", "2, 16"})
    void keepsTheBrightnessOfGrey(int channels, int bits) throws IOException {
        for (int width : new int[] {10, 1072}) {
            BufferedImage sent = seen(develop(Drawings.png(grey(channels, bits)), width));

            assertThat(new Color(sent.getRGB(5, 2)).getGreen()).isBetween(127, 129);
            assertThat(sent.getRGB(5, 2) >>> 24).isEqualTo(channels == 1 ? 0xFF : 0x80);
        }
    }

    /** A middle grey, half transparent where there is a second channel. */
    private static BufferedImage grey(int channels, int bits) {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                channels == 2,
                false,
                channels == 2 ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE,
                bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(40, 20);
        int middle = 0x80 << (bits - 8);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 40; x++) {
                raster.setPixel(x, y, new int[] {middle, middle});
            }
        }
        return new BufferedImage(model, raster, false, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void readsColoursOfSixteenBits(int channels) throws IOException {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                channels == 4,
                false,
                channels == 4 ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE,
                DataBuffer.TYPE_USHORT);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(40, 20), false, null);
        image.createGraphics().drawImage(Drawings.corners(40, 20), 0, 0, null);

        assertCorners(seen(develop(Drawings.png(image), 20)));
    }

    @Test
    void readsATableOfColoursWithATransparentOne() throws IOException {
        IndexColorModel table =
                new IndexColorModel(2, 3, new byte[] {0, -1, 0}, new byte[] {0, 0, -1}, new byte[] {0, 0, 0}, 0);
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_BYTE_BINARY, table);
        for (int x = 20; x < 40; x++) {
            for (int y = 0; y < 20; y++) {
                image.getRaster().setSample(x, y, 0, 1);
            }
        }

        for (byte[] file : new byte[][] {Drawings.png(image), Drawings.gif(image)}) {
            BufferedImage sent = seen(develop(file, 10));
            assertThat(sent.getRGB(2, 2) >>> 24).isZero();
            assertColor(sent, 8, 2, Color.RED);
        }
    }

    @Test
    void readsAColourOfAPngThatIsMeantToBeTransparent() throws IOException {
        byte[] red = {0, (byte) 0xFF, 0, 0, 0, 0};
        byte[] file = Drawings.withChunk(Drawings.png(Drawings.corners(40, 20)), "tRNS", red);

        BufferedImage sent = seen(develop(file, 20));

        assertThat(sent.getRGB(3, 3) >>> 24).isZero();
        assertColor(sent, 15, 8, Color.BLUE);
    }

    @Test
    void readsAnInterlacedPng() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(Drawings.corners(40, 20), null, null), param);
        }

        assertCorners(seen(develop(bytes.toByteArray(), 20)));
    }

    /** In linear light 128 of 255 is as bright as 188 of sRGB. */
    @ParameterizedTest
    @ValueSource(ints = {20, 1072})
    void obeysAProfileAndDropsIt(int width) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        BufferedImage grey = Drawings.flat(new Color(128, 128, 128), 40, 20, BufferedImage.TYPE_INT_RGB);
        byte[] packed = Drawings.joined(Drawings.bytes("linear\0\0"), deflated(profile));
        byte[] png = develop(Drawings.withChunk(Drawings.png(grey), "iCCP", packed), width);
        byte[] segment = Drawings.joined(Drawings.bytes("ICC_PROFILE\0\1\1"), profile);
        byte[] jpeg = develop(Drawings.withSegment(Drawings.jpeg(grey), 0xE2, segment), width);

        assertColor(seen(png), 5, 5, new Color(188, 188, 188));
        assertColor(seen(jpeg), 5, 5, new Color(188, 188, 188));
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("iCCP");
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("ICC_PROFILE");
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void takesAProfileThatIsNoneForNoneAndDropsIt() throws IOException {
        byte[] file = Drawings.withChunk(Drawings.png(Drawings.corners(40, 20)), "iCCP", Drawings.bytes("x\0\0zzz"));

        assertCorners(seen(develop(file, 20)));
    }

    @Test
    void holdsOnlyAsMuchOfAHugePictureAsItNeeds() throws IOException {
        byte[] huge = Drawings.png(Drawings.corners(8_000, 6_000, BufferedImage.TYPE_BYTE_INDEXED));

        BufferedImage sent = seen(develop(huge, 320));

        assertThat(sent.getWidth()).isEqualTo(320);
        assertThat(sent.getHeight()).isEqualTo(240);
        assertCorners(sent);
    }

    @Test
    void reportsPixelsThatCannotBeUnpacked() {
        byte[] header = Drawings.part(Drawings.png(Drawings.corners(40, 20)), 0, 33);
        byte[] file =
                Drawings.joined(header, Drawings.chunk("IDAT", new byte[40]), Drawings.chunk("IEND", new byte[0]));

        assertThatThrownBy(() -> develop(file, 20))
                .isInstanceOf(BrokenPictureException.class)
                .hasMessage("cannot be read: it is damaged");
    }
}
