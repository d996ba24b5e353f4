package newsletter.parse;

import newsletter.cache.Packer;
import newsletter.cache.Unpacker;

/**
 * Values of a type as bytes, and back.
 *
 * @param <T> immutable
 */
interface Codec<T> {
    void pack(T value, Packer to);

    /** A value that is equal to the one that was packed. */
    T unpack(Unpacker from);
}
