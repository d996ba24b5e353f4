package newsletter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValueTest {
    @Test
    void figuresAreOrderedByWhatTheySayHoweverTheyAreHeld() {
        Number[] mixed = {3, new BigDecimal("2.5"), new BigDecimal("-1"), 2, new BigDecimal("12345678901"), 999_999_999
        };

        assertThat(Stream.of(mixed)
                        .map(Value.Figure::new)
                        .sorted()
                        .map(figure -> figure.number().toString()))
                .containsExactly("-1", "2", "2.5", "3", "999999999", "12345678901");
    }
}
