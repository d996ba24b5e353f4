package newsletter.cache;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The values of a file that {@link NewValues} wrote. Thread-safe. */
final class OldValues implements AutoCloseable {
    private final FileChannel channel;
    private final Map<Fingerprint, Slot> slots = new HashMap<>();
    private final Set<Fingerprint> found = ConcurrentHashMap.newKeySet();

    private OldValues(FileChannel channel) {
        this.channel = channel;
    }

    /** Nothing where there is no such file, or it is another owner's, or damaged. */
    static Optional<OldValues> open(Path file, byte[] owner) {
        try {
            OldValues values = new OldValues(FileChannel.open(file, StandardOpenOption.READ));
            if (values.readSlots(owner)) {
                return Optional.of(values);
            }
            values.close();
        } catch (IOException e) {
            // As if there were none.
        }
        return Optional.empty();
    }

    private boolean readSlots(byte[] owner) throws IOException {
        long end = channel.size() - Slot.BYTES;
        if (end < 0) {
            return false;
        }
        Slot list = Slot.read(ByteBuffer.wrap(read(end, Slot.BYTES)));
        if (!list.isWithin(end)) {
            return false;
        }
        Optional<byte[]> bytes = list.value(read(list.at(), list.length()), owner);
        bytes.map(ByteBuffer::wrap).ifPresent(items -> {
            while (items.hasRemaining()) {
                slots.put(Fingerprint.read(items), Slot.read(items));
            }
        });
        return bytes.isPresent();
    }

    /** The value under a key. */
    Optional<byte[]> find(byte[] key) {
        Fingerprint fingerprint = Fingerprint.of(key);
        Slot slot = slots.get(fingerprint);
        if (slot == null) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> value = slot.value(read(slot.at(), slot.length()), key);
            value.ifPresent(same -> found.add(fingerprint));
            return value;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Has a newer file hold what was found in this one. */
    void copyFound(NewValues newer) throws IOException {
        for (Fingerprint one : found) {
            Slot slot = Objects.requireNonNull(slots.get(one));
            byte[] bytes = read(slot.at(), slot.length());
            if (slot.holds(bytes)) {
                newer.add(one, slot, bytes);
            }
        }
    }

    private byte[] read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("the file ends before " + (at + length));
            }
        }
        return bytes.array();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}
