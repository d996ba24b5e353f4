package newsletter.email.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing that is read of a camera's metadata before they are thrown away. */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int DIRECTORY_ENTRY = 12;

    private Exif() {}

    /**
     * How the picture is turned; upright where the metadata do not say so, or say nonsense.
     *
     * @param tiff the metadata, from their byte order mark ({@code II} or {@code MM}) on
     */
    static Orientation orientation(ByteBuffer tiff) {
        try {
            ByteBuffer data = tiff.slice();
            data.order(data.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = data.getInt(4);
            int entries = Short.toUnsignedInt(data.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * DIRECTORY_ENTRY;
                if (Short.toUnsignedInt(data.getShort(entry)) == ORIENTATION) {
                    return Orientation.of(data.getShort(entry + 8));
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            // A picture whose metadata are cut off is shown as it is.
        }
        return Orientation.UPRIGHT;
    }
}
