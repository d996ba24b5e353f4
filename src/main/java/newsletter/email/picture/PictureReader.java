package newsletter.email.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;

/** Reads pictures from the workspace as far as it takes to know that they can be shown. Every method gives what it read, or a finding and nothing. */
final class PictureReader {
    /** In bytes; the whole file is held while it is worked on. */
    static final int LARGEST_FILE = 50 * 1024 * 1024;

    /** A small file can claim a size that fills the memory ("decompression bomb"); the largest pictures of phones have 108 million. */
    private static final long MOST_PIXELS = 120_000_000;

    /** The decoder of WebP takes several times the memory of the others. */
    private static final long MOST_PIXELS_OF_WEBP = 40_000_000;

    private static final String SAVE_ANEW = "save it anew as PNG or JPEG";

    private final Path workspace;
    private final Findings findings;

    /** @param workspace below which all pictures lie */
    PictureReader(Path workspace, Findings findings) {
        this.workspace = workspace;
        this.findings = findings;
    }

    /**
     * Reads a file.
     *
     * @param source its path below the workspace
     * @param at where it is named
     */
    Optional<PictureFile> read(String source, Location at) {
        return locate(source, at)
                .flatMap(file -> bytes(file, source, at))
                .flatMap(bytes -> format(bytes, source, at).flatMap(format -> file(bytes, format, source, at)))
                .filter(file -> isSmallEnough(file, source, at));
    }

    private Optional<Path> locate(String source, Location at) {
        try {
            Path file = workspace.resolve(source).normalize();
            if (file.startsWith(workspace) && Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        } catch (InvalidPathException e) {
            // Said below, as for a file that is not there.
        }
        return report(
                Code.MISSING_PICTURE,
                at,
                "a template shows '" + source + "', which is no file of the workspace",
                "correct its src, or put the picture there");
    }

    private Optional<byte[]> bytes(Path file, String source, Location at) {
        try (InputStream in = Files.newInputStream(file)) {
            long length = Files.size(file);
            byte[] bytes = length > LARGEST_FILE ? new byte[0] : in.readNBytes(LARGEST_FILE + 1);
            if (length <= LARGEST_FILE && bytes.length <= LARGEST_FILE) {
                return Optional.of(bytes);
            }
            return report(
                    Code.PICTURE_TOO_LARGE,
                    at,
                    "the picture '" + source + "' is a file of " + length / (1024 * 1024) + " MB, and 50 are the most",
                    "save it smaller: about 1072 pixels wide is enough");
        } catch (IOException e) {
            return report(
                    Code.UNREADABLE, at, "the picture '" + source + "' cannot be read", "look at its permissions");
        }
    }

    private Optional<PictureFormat> format(byte[] bytes, String source, Location at) {
        Optional<PictureFormat> format = PictureFormat.of(bytes);
        if (format.isEmpty()) {
            ForeignFormat.of(bytes)
                    .ifPresentOrElse(
                            foreign -> report(
                                    Code.PICTURE_FORMAT,
                                    at,
                                    "the picture '" + source + "' is " + foreign.spoken()
                                            + ", which mail programs do not show",
                                    SAVE_ANEW),
                            () -> report(
                                    Code.NOT_A_PICTURE,
                                    at,
                                    "'" + source + "' is " + (bytes.length == 0 ? "an empty file" : "not a picture"),
                                    SAVE_ANEW));
        }
        return format;
    }

    private Optional<PictureFile> file(byte[] bytes, PictureFormat format, String source, Location at) {
        try {
            PictureFile file = PictureFile.read(bytes, format);
            if (format == PictureFormat.WEBP && file.isAnimated()) {
                String message = "the picture '" + source + "' is an animated WebP, which mail programs do not show";
                return report(Code.PICTURE_FORMAT, at, message, "save it as GIF, or one picture of it as PNG or JPEG");
            }
            return Optional.of(file);
        } catch (BrokenPictureException e) {
            return reportBroken(source, at, e);
        }
    }

    /** Says that a file begins like a picture and cannot be shown. */
    <T> Optional<T> reportBroken(String source, Location at, BrokenPictureException problem) {
        String message = "the picture '" + source + "' " + problem.getMessage();
        return report(Code.PICTURE_BROKEN, at, message, "open it in a picture program, and " + SAVE_ANEW);
    }

    private boolean isSmallEnough(PictureFile file, String source, Location at) {
        long most = file.format() == PictureFormat.WEBP ? MOST_PIXELS_OF_WEBP : MOST_PIXELS;
        if (file.stored().pixels() <= most) {
            return true;
        }
        report(
                Code.PICTURE_TOO_LARGE,
                at,
                "the picture '" + source + "' has " + file.size() + " pixels, and " + most / 1_000_000
                        + " million are the most",
                "save it smaller: about 1072 pixels wide is enough");
        return false;
    }

    private <T> Optional<T> report(Code code, Location at, String message, String hint) {
        findings.add(code, at, message, hint);
        return Optional.empty();
    }
}
