package newsletter.email.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PNG file (W3C, PNG Specification, third edition). An animated one is taken for its still, which is what mail programs show.
 *
 * @param chunks all of them up to IEND, in order
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record PngFile(byte[] bytes, Size stored, List<Chunk> chunks) implements PictureFile {
    private static final int SIGNATURE = 8;
    /** Length, type and check sum. */
    private static final int AROUND_DATA = 12;

    private static final int HEADER_LENGTH = 13;

    private static final Set<String> SEEN = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** A profile is a few KB; a small chunk can claim to hold gigabytes ("decompression bomb"). */
    private static final int LARGEST_PROFILE = 4_000_000;

    /**
     * A part of the file.
     *
     * @param type four letters
     * @param start where its length stands, 0-based
     * @param length of its data, in bytes
     */
    record Chunk(String type, int start, int length) {
        int end() {
            return start + AROUND_DATA + length;
        }

        int data() {
            return start + 8;
        }
    }

    static PngFile read(byte[] bytes) throws BrokenPictureException {
        List<Chunk> chunks = new ArrayList<>();
        for (int at = SIGNATURE;
                chunks.isEmpty() || !last(chunks).type.equals("IEND");
                at = last(chunks).end()) {
            chunks.add(chunk(bytes, at));
        }
        if (!chunks.get(0).type.equals("IHDR") || chunks.get(0).length != HEADER_LENGTH) {
            throw new BrokenPictureException("is damaged: its size is missing");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int data = chunks.get(0).data();
        return new PngFile(bytes, new Size(header.getInt(data), header.getInt(data + 4)), List.copyOf(chunks));
    }

    private static Chunk last(List<Chunk> chunks) {
        return chunks.get(chunks.size() - 1);
    }

    private static Chunk chunk(byte[] bytes, int start) throws BrokenPictureException {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int length = file.getInt(start);
        if (length < 0 || length > bytes.length - start - AROUND_DATA) {
            throw new IndexOutOfBoundsException(length);
        }
        String type = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(bytes, start + 4, 4 + length);
        if ((int) sum.getValue() != file.getInt(start + 8 + length)) {
            throw new BrokenPictureException("is damaged: some of its bytes are not what they were");
        }
        return new Chunk(type, start, length);
    }

    @Override
    public PictureFormat format() {
        return PictureFormat.PNG;
    }

    @Override
    public Orientation orientation() {
        return find("eXIf")
                .map(chunk -> Exif.orientation(ByteBuffer.wrap(bytes, chunk.data(), chunk.length)))
                .orElse(Orientation.UPRIGHT);
    }

    /** What its colours mean, where the file says so; empty for what cannot be read. */
    Optional<byte[]> profile() {
        return find("iCCP").flatMap(this::inflate);
    }

    @Override
    public Optional<byte[]> bare() {
        return find("iCCP").isPresent() || find("cICP").isPresent() ? Optional.empty() : Optional.of(pixels());
    }

    /** The file with what its pixels are made of, and no more. */
    byte[] pixels() {
        if (chunks.stream().allMatch(chunk -> SEEN.contains(chunk.type))
                && last(chunks).end() == bytes.length) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, SIGNATURE);
        chunks.stream()
                .filter(chunk -> SEEN.contains(chunk.type))
                .forEach(chunk -> out.write(bytes, chunk.start, chunk.length + AROUND_DATA));
        return out.toByteArray();
    }

    private Optional<Chunk> find(String type) {
        return chunks.stream().filter(chunk -> chunk.type.equals(type)).findFirst();
    }

    /** A name, ended by 0, the method 0, then the profile as zlib packs it. */
    private Optional<byte[]> inflate(Chunk chunk) {
        int name = chunk.data();
        while (bytes[name] != 0) {
            name++;
        }
        Inflater inflater = new Inflater();
        try {
            int packed = name + 2;
            inflater.setInput(bytes, packed, Math.max(0, chunk.data() + chunk.length - packed));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] some = new byte[8_192];
            int count = inflater.inflate(some);
            while (count > 0 && out.size() < LARGEST_PROFILE) {
                out.write(some, 0, count);
                count = inflater.inflate(some);
            }
            return inflater.finished() ? Optional.of(out.toByteArray()) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
