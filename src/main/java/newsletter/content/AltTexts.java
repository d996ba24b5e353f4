package newsletter.content;

import java.util.Locale;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.model.PictureRef;

/** Judges what editors say of their pictures to those who do not see them (WCAG 2.2, 1.1.1). */
final class AltTexts {
    private static final Pattern FILE_NAME =
            Pattern.compile("\\S+\\.(png|jpe?g|gif|webp|heic|heif|avif|svg|bmp|tiff?)", Pattern.CASE_INSENSITIVE);

    /** What cameras and programs put into names, and people do not put into words. */
    private static final Pattern NO_WORD = Pattern.compile("[^ ]*[\\d_][^ ]*");

    private final Findings findings;

    AltTexts(Findings findings) {
        this.findings = findings;
    }

    /** A finding where nothing is said, or nothing but the file's name. That a picture only decorates has to be said. */
    void judge(PictureRef picture) {
        if (picture.description().isEmpty()) {
            findings.add(
                    Code.MISSING_ALT,
                    picture.at(),
                    "nothing says what is seen on the picture '" + picture.target() + "'",
                    "write 'alt: …' below 'image:', or ![…](" + picture.target() + ") in a text; "
                            + "alt: \"\" says that it only decorates");
        } else if (isFileName(picture)) {
            findings.add(
                    Code.ALT_IS_FILE_NAME,
                    picture.describedAt(),
                    "the alt text '" + picture.alt() + "' is the name of a file",
                    "write what is seen on the picture, in a few words");
        }
    }

    private static boolean isFileName(PictureRef picture) {
        String said = picture.alt().toLowerCase(Locale.ROOT);
        String target = picture.target().toLowerCase(Locale.ROOT);
        String name = target.substring(target.lastIndexOf('/') + 1);
        return FILE_NAME.matcher(said).matches()
                || said.equals(name)
                || (NO_WORD.matcher(said).matches() && name.startsWith(said + "."));
    }
}
