package newsletter.email.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A WebP file (RFC 9649). It is always made anew in another format.
 *
 * @param chunks where the data of each kind begin, 0-based; the first of a kind
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record WebpFile(byte[] bytes, Size stored, Map<String, Integer> chunks) implements PictureFile {
    private static final String LOSSY = "VP8 ";
    private static final String LOSSLESS = "VP8L";
    private static final String EXTENDED = "VP8X";
    private static final int FIRST_CHUNK = 12;
    private static final int ANIMATED = 0x02;

    static WebpFile read(byte[] bytes) throws BrokenPictureException {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = 8 + file.getInt(4);
        if (end < FIRST_CHUNK || end > bytes.length) {
            throw new IndexOutOfBoundsException(end);
        }
        Map<String, Integer> chunks = new LinkedHashMap<>();
        for (int at = FIRST_CHUNK; at + 8 <= end; at = next(file, at, end)) {
            chunks.putIfAbsent(new String(bytes, at, 4, StandardCharsets.ISO_8859_1), at + 8);
        }
        return new WebpFile(bytes, size(file, chunks), chunks);
    }

    /** Chunks begin at even places. */
    private static int next(ByteBuffer file, int at, int end) {
        int length = file.getInt(at + 4);
        if (length < 0 || length > end - at - 8) {
            throw new IndexOutOfBoundsException(length);
        }
        return at + 8 + length + length % 2;
    }

    private static Size size(ByteBuffer file, Map<String, Integer> chunks) throws BrokenPictureException {
        Integer extended = chunks.get(EXTENDED);
        if (extended != null) {
            return new Size(1 + (file.getInt(extended + 4) & 0xFFFFFF), 1 + (file.getInt(extended + 6) >>> 8));
        }
        Integer lossy = chunks.get(LOSSY);
        if (lossy != null) {
            return new Size(file.getShort(lossy + 6) & 0x3FFF, file.getShort(lossy + 8) & 0x3FFF);
        }
        Integer lossless = chunks.get(LOSSLESS);
        if (lossless != null) {
            int both = file.getInt(lossless + 1);
            return new Size(1 + (both & 0x3FFF), 1 + ((both >>> 14) & 0x3FFF));
        }
        throw new BrokenPictureException("is damaged: there are no pixels in it");
    }

    @Override
    public PictureFormat format() {
        return PictureFormat.WEBP;
    }

    @Override
    public Orientation orientation() {
        return Optional.ofNullable(chunks.get("EXIF"))
                .map(start -> Exif.orientation(ByteBuffer.wrap(bytes, start, bytes.length - start)))
                .orElse(Orientation.UPRIGHT);
    }

    @Override
    public boolean isAnimated() {
        Integer extended = chunks.get(EXTENDED);
        return extended != null && (bytes[extended] & ANIMATED) != 0;
    }

    @Override
    public boolean isLossy() {
        return chunks.containsKey(LOSSY);
    }

    @Override
    public Optional<byte[]> bare() {
        return Optional.empty();
    }
}
