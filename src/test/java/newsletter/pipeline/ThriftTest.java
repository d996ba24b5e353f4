package newsletter.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
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
}
