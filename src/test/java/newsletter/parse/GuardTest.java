package newsletter.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuardTest {
    private final Guard guard = new Guard(Duration.ofMillis(100));

    /** As on a machine with too much to do: the clock runs, the work does not. */
    @Test
    void waitsForWorkThatTheMachineKeepsWaiting() {
        assertThat(guard.run(() -> new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS)))
                .contains(false);
    }

    /** Of hundreds of threads some have not begun when their time is looked at first. */
    @Test
    void waitsForWorkThatTheMachineHasNotBegun() throws InterruptedException, ExecutionException {
        Guard hasty = new Guard(Duration.ofMillis(1));
        ExecutorService crowd = Executors.newFixedThreadPool(300);
        try {
            List<Callable<Optional<Boolean>>> calls = Collections.nCopies(3000, () -> hasty.run(() -> true));
            for (Future<Optional<Boolean>> done : crowd.invokeAll(calls)) {
                assertThat(done.get().orElse(true)).isTrue();
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void hasSeveralWorksGoOnAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        Guard.Work<Boolean> one = guard.begin(() -> meet(both));
        Guard.Work<Boolean> other = guard.begin(() -> meet(both));

        assertThat(one.result()).contains(true);
        assertThat(other.result()).contains(true);
    }

    private static boolean meet(CountDownLatch others) throws InterruptedException {
        others.countDown();
        return others.await(10, TimeUnit.SECONDS);
    }

    @Test
    void givesUpOnWorkWithoutEnd() {
        assertThat(guard.run(GuardTest::spin)).isEmpty();
    }

    @Test
    void givesUpOnWorkThatWaitsForEver() {
        assertThat(guard.run(() -> {
                    new CountDownLatch(1).await();
                    return true;
                }))
                .isEmpty();
    }

    @Test
    void givesUpOnWorkWithoutBottom() {
        assertThat(guard.run(() -> dig(0))).isEmpty();
    }

    @Test
    void hasOneThreadForOneWorkAfterTheOther() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(work -> guard.run(() -> Thread.currentThread().getId()))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void goesOnAfterWorkThatDoesNotComeBack() {
        assertThat(guard.run(() -> {
                    while (true) {
                        Thread.onSpinWait();
                    }
                }))
                .isEmpty();

        assertThat(guard.run(() -> "next")).contains("next");
    }

    @Test
    void countsTheTimeOfEachWorkAlone() {
        for (int work = 0; work < 8; work++) {
            assertThat(guard.run(() -> spin(Duration.ofMillis(40)))).contains(true);
        }

        assertThat(guard.run(() -> new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS)))
                .contains(false);
        assertThat(guard.run(GuardTest::spin)).isEmpty();
    }

    private static boolean spin(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return true;
    }

    private static boolean spin() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return true;
    }

    private static int dig(int depth) {
        return depth < Integer.MAX_VALUE ? dig(depth + 1) + 1 : depth;
    }
}
