package newsletter.cache;

/**
 * Values of a type as bytes, and back.
 *
 * @param <T> immutable
 */
public interface Codec<T> {
    /** Writes a value. */
    void pack(T value, Packer to);

    /** A value that is equal to the one that was packed. */
    T unpack(Unpacker from);
}
