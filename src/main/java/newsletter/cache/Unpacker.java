package newsletter.cache;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what a {@link Packer} wrote, in the same order. Other bytes give other values, or an {@link IndexOutOfBoundsException}. */
public final class Unpacker {
    private static final int SEVEN_BITS = 0x7F;

    private final byte[] bytes;
    private int at;

    /** From the first byte on. */
    public Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A whole number from 0 on. */
    public int number() {
        int number = 0;
        int shift = 0;
        byte part = bytes[at++];
        while (part < 0) {
            number |= (part & SEVEN_BITS) << shift;
            shift += 7;
            part = bytes[at++];
        }
        return number | part << shift;
    }

    /** Yes or no. */
    public boolean flag() {
        return bytes[at++] == 1;
    }

    /** One of the constants of a type. */
    public <E> E constant(E[] constants) {
        return constants[number()];
    }

    /** A text. */
    public String text() {
        int length = number();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Several values of a kind. */
    public <T> List<T> all(Supplier<T> read) {
        int count = number();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(read.get());
        }
        return values;
    }
}
