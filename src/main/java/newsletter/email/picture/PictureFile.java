package newsletter.email.picture;

import java.nio.BufferUnderflowException;
import java.util.Optional;

/** A picture's file, taken apart as far as its format goes, with nothing decoded. */
sealed interface PictureFile permits PngFile, JpegFile, GifFile, WebpFile {
    /** The whole file; not to be changed. */
    byte[] bytes();

    PictureFormat format();

    /** The size as stored, before it is turned. */
    Size stored();

    /** How it has to be turned. */
    default Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    /** The size as it is looked at. */
    default Size size() {
        return orientation().upright(stored());
    }

    /** Whether it shows one picture after another. */
    default boolean isAnimated() {
        return false;
    }

    /** Whether its pixels are not those that were drawn or photographed, but near them. */
    default boolean isLossy() {
        return false;
    }

    /**
     * The file less its metadata (places, cameras, names, thumbnails), pixels untouched; the very same bytes where it has none.
     *
     * @return empty where a mail program would then show other colours, or cannot show the file at all
     */
    Optional<byte[]> bare();

    /**
     * Takes a file apart.
     *
     * @throws BrokenPictureException when it is cut off, or its parts do not fit together
     */
    static PictureFile read(byte[] bytes, PictureFormat format) throws BrokenPictureException {
        try {
            PictureFile file = switch (format) {
                case PNG -> PngFile.read(bytes);
                case JPEG -> JpegFile.read(bytes);
                case GIF -> GifFile.read(bytes);
                case WEBP -> WebpFile.read(bytes);
            };
            file.size();
            return file;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new BrokenPictureException("ends too early: it is not a whole file");
        } catch (IllegalArgumentException e) {
            throw new BrokenPictureException(e);
        }
    }
}
