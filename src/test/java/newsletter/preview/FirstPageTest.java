package newsletter.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page that is looked at first is made before anybody asks for it, and once. */
@Timeout(60)
class FirstPageTest {
    private static final Optional<String> ISSUE = Optional.of("2018-09");

    private final BlockingQueue<Optional<String>> made = new LinkedBlockingQueue<>();

    private final Maker maker = new Maker() {
        @Override
        public Proof make(Optional<String> issue, Optional<Set<Path>> changed, Consumer<Sheet> show) {
            made.add(issue);
            return new Proof(issue, List.of(), false, List.of(), Set.of(), Optional.empty());
        }

        @Override
        public boolean isCurrent() {
            return true;
        }

        @Override
        public void askLinks(Optional<String> issue, Tally tally) {
            throw new IllegalStateException("nobody wants to know");
        }
    };

    @Test
    void isMadeBeforeAnybodyAsks(@TempDir Path folder) throws InterruptedException {
        try (Preview preview =
                Preview.start(Preview.Place.loopback(), OptionalInt.of(0), folder, Set.of("content"), maker)) {
            Thread thread = new Thread(() -> preview.run(ISSUE));
            thread.start();

            assertThat(made.poll(30, TimeUnit.SECONDS)).isEqualTo(ISSUE);

            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void isNotMadeAgainForTheFirstWhoAsks() {
        Press press = new Press(maker);
        press.expect(ISSUE);
        EventStream reader = new EventStream(Duration.ofSeconds(1));

        press.join(ISSUE, reader);

        assertThat(made).containsExactly(ISSUE);
        press.leave(ISSUE, reader);
        press.join(ISSUE, new EventStream(Duration.ofSeconds(1)));
        assertThat(made).as("loaded again").hasSize(2);
    }

    @Test
    void isMadeAnewWhereSomethingHasChangedBefore() {
        Press press = new Press(maker);
        press.expect(ISSUE);
        press.refresh(Optional.empty(), () -> false);
        assertThat(made).as("nobody looks").hasSize(1);

        press.join(ISSUE, new EventStream(Duration.ofSeconds(1)));

        assertThat(made).hasSize(2);
    }
}
