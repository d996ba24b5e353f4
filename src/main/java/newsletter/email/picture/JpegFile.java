package newsletter.email.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JPEG file (ITU-T T.81, Annex B).
 *
 * @param segments all of them from SOI to EOI, in order
 * @param frame the segment that says how large it is
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record JpegFile(byte[] bytes, List<Segment> segments, Segment frame) implements PictureFile {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int ADOBE = 0xEE;
    private static final int JFIF = 0xE0;

    private static final String EXIF = "Exif\0\0";
    private static final String PROFILE = "ICC_PROFILE\0";

    /** A JFIF segment without a thumbnail in it. */
    private static final int JFIF_LENGTH = 18;

    private static final int ADOBE_LENGTH = 16;

    /** A frame with one component. */
    private static final int SHORTEST_FRAME = 13;

    /**
     * A part of the file; that of a scan reaches to the end of its pixels.
     *
     * @param marker the second byte
     * @param start of the marker, 0-based
     * @param end after the last byte
     */
    record Segment(int marker, int start, int end) {
        int data() {
            return start + 4;
        }

        int length() {
            return end - start;
        }

        boolean isFrame() {
            return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        }

        boolean isApplication() {
            return marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION;
        }
    }

    static JpegFile read(byte[] bytes) throws BrokenPictureException {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        while (segments.isEmpty() || segments.get(segments.size() - 1).marker != END_OF_IMAGE) {
            Segment segment = segment(bytes, at);
            segments.add(segment);
            at = segment.end;
        }
        Segment frame = segments.stream()
                .filter(segment -> segment.isFrame() && segment.length() >= SHORTEST_FRAME)
                .findFirst()
                .orElseThrow(() -> new BrokenPictureException("is damaged: its size is missing"));
        return new JpegFile(bytes, List.copyOf(segments), frame);
    }

    private static Segment segment(byte[] bytes, int from) throws BrokenPictureException {
        int start = from;
        if (Byte.toUnsignedInt(bytes[start]) != 0xFF) {
            throw new BrokenPictureException("is damaged: a part of it does not begin where it should");
        }
        while (Byte.toUnsignedInt(bytes[start + 1]) == 0xFF) {
            start++;
        }
        int marker = Byte.toUnsignedInt(bytes[start + 1]);
        if (marker == START_OF_IMAGE || marker == END_OF_IMAGE) {
            return new Segment(marker, start, start + 2);
        }
        int end = start + 2 + Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(start + 2));
        return new Segment(marker, start, marker == START_OF_SCAN ? endOfScan(bytes, end) : end);
    }

    /** Pixels go on until a marker that is neither a stuffed byte (FF 00) nor a restart (FF D0 to FF D7). */
    private static int endOfScan(byte[] bytes, int from) {
        for (int at = from; ; at++) {
            if (Byte.toUnsignedInt(bytes[at]) == 0xFF) {
                int next = Byte.toUnsignedInt(bytes[at + 1]);
                if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                    return at;
                }
            }
        }
    }

    @Override
    public PictureFormat format() {
        return PictureFormat.JPEG;
    }

    @Override
    public boolean isLossy() {
        return true;
    }

    @Override
    public Size stored() {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        return new Size(
                Short.toUnsignedInt(data.getShort(frame.data() + 3)),
                Short.toUnsignedInt(data.getShort(frame.data() + 1)));
    }

    @Override
    public Orientation orientation() {
        return segments.stream()
                .filter(segment -> segment.isApplication() && begins(segment, EXIF))
                .findFirst()
                .map(segment -> Exif.orientation(ByteBuffer.wrap(
                        bytes, segment.data() + EXIF.length(), segment.end - segment.data() - EXIF.length())))
                .orElse(Orientation.UPRIGHT);
    }

    /** Only grey and YCbCr of 8 bits in baseline, extended or progressive mode are shown everywhere; CMYK is not. */
    @Override
    public Optional<byte[]> bare() {
        int components = bytes[frame.data() + 5];
        boolean common = frame.marker <= 0xC2 && bytes[frame.data()] == 8 && (components == 1 || components == 3);
        boolean profiled = segments.stream().anyMatch(segment -> segment.isApplication() && begins(segment, PROFILE));
        return common && !profiled ? Optional.of(withoutMetadata()) : Optional.empty();
    }

    private byte[] withoutMetadata() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        segments.stream()
                .filter(segment -> !isMetadata(segment))
                .forEach(segment -> out.write(bytes, segment.start, segment.length()));
        return out.size() == bytes.length ? bytes : out.toByteArray();
    }

    /** What application segments say of colours stays: which kind they are (Adobe), and that they are the usual ones (JFIF). */
    private static boolean isMetadata(Segment segment) {
        if (segment.marker == JFIF) {
            return segment.length() != JFIF_LENGTH;
        }
        if (segment.marker == ADOBE) {
            return segment.length() != ADOBE_LENGTH;
        }
        return segment.isApplication() || segment.marker == COMMENT;
    }

    private boolean begins(Segment segment, String with) {
        return Signature.of(segment.data(), with).isOn(bytes);
    }
}
