package newsletter.email.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A GIF file (GIF89a). One without its last byte, the trailer, is taken for whole, as every program does.
 *
 * @param blocks all after the header, in order, without the trailer
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record GifFile(byte[] bytes, int header, List<Block> blocks) implements PictureFile {
    private static final int SCREEN = 6;
    private static final int AFTER_SCREEN = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;

    /** The application block that says how often an animation runs. */
    private static final String LOOP = "\u000BNETSCAPE2.0";

    /**
     * A part of the file.
     *
     * @param label 0x2C for an image, else the kind of extension
     * @param start of its introducer, 0-based
     * @param end after its last byte
     */
    record Block(int label, int start, int end) {}

    static GifFile read(byte[] bytes) throws BrokenPictureException {
        int header = AFTER_SCREEN + colorTable(bytes[10]);
        List<Block> blocks = new ArrayList<>();
        int at = header;
        while (at < bytes.length && bytes[at] != TRAILER) {
            Block block = block(bytes, at);
            blocks.add(block);
            at = block.end;
        }
        GifFile file = new GifFile(bytes, header, List.copyOf(blocks));
        if (file.frames() == 0) {
            throw new BrokenPictureException("ends too early: it is not a whole file");
        }
        return file;
    }

    private static Block block(byte[] bytes, int start) throws BrokenPictureException {
        if (bytes[start] == EXTENSION) {
            return new Block(Byte.toUnsignedInt(bytes[start + 1]), start, endOfData(bytes, start + 2));
        }
        if (bytes[start] == IMAGE) {
            int codes = start + 10 + colorTable(bytes[start + 9]);
            return new Block(IMAGE, start, endOfData(bytes, codes + 1));
        }
        throw new BrokenPictureException("is damaged: a part of it does not begin where it should");
    }

    /** The length of a table of colours, in bytes, by the flags before it. */
    private static int colorTable(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /** Data come in pieces with their lengths before them; a length of 0 ends them. */
    private static int endOfData(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != 0) {
            at += 1 + Byte.toUnsignedInt(bytes[at]);
        }
        return at + 1;
    }

    @Override
    public PictureFormat format() {
        return PictureFormat.GIF;
    }

    @Override
    public Size stored() {
        ByteBuffer screen = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new Size(Short.toUnsignedInt(screen.getShort(SCREEN)), Short.toUnsignedInt(screen.getShort(SCREEN + 2)));
    }

    /** How far the first image stands from the left, in pixels. */
    int left() {
        return coordinate(1);
    }

    /** How far the first image stands from the top, in pixels. */
    int top() {
        return coordinate(3);
    }

    private int coordinate(int offset) {
        int image = blocks.stream()
                .filter(block -> block.label == IMAGE)
                .findFirst()
                .orElseThrow()
                .start;
        return Short.toUnsignedInt(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(image + offset));
    }

    private long frames() {
        return blocks.stream().filter(block -> block.label == IMAGE).count();
    }

    @Override
    public boolean isAnimated() {
        return frames() > 1;
    }

    @Override
    public Optional<byte[]> bare() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, header);
        blocks.stream().filter(this::isSeen).forEach(block -> out.write(bytes, block.start, block.end - block.start));
        out.write(TRAILER);
        return Optional.of(out.size() == bytes.length ? bytes : out.toByteArray());
    }

    private boolean isSeen(Block block) {
        return block.label == IMAGE
                || block.label == GRAPHIC_CONTROL
                || (block.label == APPLICATION
                        && Signature.of(block.start + 2, LOOP).isOn(bytes));
    }
}
