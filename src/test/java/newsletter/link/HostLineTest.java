package newsletter.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import newsletter.web.Address;
import newsletter.web.MalformedAddressException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many requests run at once to a host that limits. */
class HostLineTest {
    private final HostLine line = new HostLine(4);

    @BeforeEach
    void fill() throws MalformedAddressException {
        Visit visit = new Visit(Address.parse("http://a.example.org/"), true, new TestTime());
        IntStream.range(0, 200).forEach(i -> line.join(visit, false));
    }

    /** Lets as many begin as may, and all end. */
    private int round() {
        int begun = 0;
        for (; line.hasRoom(); begun++) {
            line.begin();
        }
        IntStream.range(0, begun).forEach(i -> line.end());
        return begun;
    }

    @Test
    void aHostThatHasTooMuchIsAskedLessAndLittleByLittleMore() {
        assertThat(round()).isEqualTo(4);
        line.slowDown();
        assertThat(IntStream.range(0, 10).map(i -> round())).containsExactly(2, 2, 2, 2, 3, 3, 3, 4, 4, 4);
        line.slowDown();
        line.slowDown();
        line.slowDown();
        assertThat(round()).isEqualTo(1);
    }
}
