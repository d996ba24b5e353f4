package newsletter.cache;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes values one after the other, for an {@link Unpacker} to read in the same order. */
public final class Packer {
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private boolean faithful = true;

    /** Nothing is written yet. */
    public Packer() {}

    /** A whole number from 0 on, small ones in a byte. */
    public void number(int number) {
        int rest = number;
        while (rest > SEVEN_BITS) {
            bytes.write((rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        bytes.write(rest);
    }

    /** Yes or no. */
    public void flag(boolean flag) {
        bytes.write(flag ? 1 : 0);
    }

    /** Which of the constants of its type. */
    @SuppressWarnings("EnumOrdinal") // Read by the same version of the tool.
    public void constant(Enum<?> constant) {
        number(constant.ordinal());
    }

    /** A text; one with half a character in it cannot be written. */
    public void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        faithful &= new String(encoded, StandardCharsets.UTF_8).equals(text);
        number(encoded.length);
        bytes.writeBytes(encoded);
    }

    /** Several values of a kind. */
    public <T> void all(Collection<T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
    }

    /** All that was written; nothing where an {@link Unpacker} would not read the same. */
    public Optional<byte[]> bytes() {
        return faithful ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }
}
