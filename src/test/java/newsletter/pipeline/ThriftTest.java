package newsletter.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThriftTest {
    @Test
    void clearsWhatWasLetGo() {
        WeakReference<byte[]> letGo = new WeakReference<>(new byte[64 << 20]);

        new Thrift().tidy();

        assertThat(letGo.get()).isNull();
    }

    @Test
    void waitsUntilMuchMoreIsInUse() {
        byte[] kept = new byte[64 << 20];
        Thrift thrift = new Thrift();
        thrift.tidy();
        WeakReference<Object> letGo = new WeakReference<>(new Object());

        thrift.tidy();

        assertThat(letGo.get()).as("beside %d bytes", kept.length).isNotNull();
    }

    @Test
    void takesNoNoticeOfWhatDiesYoung() {
        Thrift thrift = new Thrift();
        thrift.tidy();
        long cleared = clearings();
        for (int i = 0; i < 2_000; i++) {
            assertThat(new byte[40 << 10]).isNotEmpty();
        }

        thrift.tidy();

        assertThat(clearings()).isEqualTo(cleared);
    }

    /** How often all of the heap was looked through. */
    private static long clearings() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector ->
                        List.of("G1 Old Generation", "MarkSweepCompact").contains(collector.getName()))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
