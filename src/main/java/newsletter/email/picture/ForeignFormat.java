package newsletter.email.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats that no mail program shows and that are not read either, so that a finding can call them by their names. */
@SuppressWarnings("ImmutableEnumChecker") // A signature is a function that keeps nothing but its own bytes.
enum ForeignFormat {
    HEIC(
            "HEIC",
            brand("heic").or(brand("heix")).or(brand("heim")).or(brand("mif1")).or(brand("msf1"))),
    AVIF("AVIF", brand("avif").or(brand("avis"))),
    TIFF("TIFF", Signature.of(0, "II*\0").or(Signature.of(0, "MM\0*"))),
    BMP("BMP", Signature.of(0, "BM").and(Signature.of(6, "\0\0\0\0"))),
    PHOTOSHOP("a Photoshop file", Signature.of(0, "8BPS")),
    JPEG_XL("JPEG XL", Signature.of(0, "\u00FF\n").or(Signature.of(4, "JXL "))),
    JPEG_2000("JPEG 2000", Signature.of(4, "jP  ")),
    ICON("an icon", Signature.of(0, "\0\0\1\0")),
    PDF("PDF", Signature.of(0, "%PDF")),
    SVG("SVG", ForeignFormat::isSvg);

    /** A drawing may begin with a declaration, comments and a document type. */
    private static final int LONGEST_PROLOGUE = 4_096;

    private static final Pattern SVG_ELEMENT = Pattern.compile("<svg[\\s>]", Pattern.CASE_INSENSITIVE);

    private final String spoken;
    private final Signature signature;

    ForeignFormat(String spoken, Signature signature) {
        this.spoken = spoken;
        this.signature = signature;
    }

    /** As people call it. */
    String spoken() {
        return spoken;
    }

    static Optional<ForeignFormat> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(format -> format.signature.isOn(bytes))
                .findFirst();
    }

    /** The major brand of an ISO base media file (ISO/IEC 14496-12, 4.3). */
    private static Signature brand(String brand) {
        return Signature.of(4, "ftyp" + brand);
    }

    private static boolean isSvg(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_PROLOGUE), StandardCharsets.UTF_8);
        return start.stripLeading().replaceFirst("^\uFEFF", "").startsWith("<")
                && SVG_ELEMENT.matcher(start).find();
    }
}
