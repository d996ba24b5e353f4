package newsletter.robustness;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that breaks off anywhere, as when a disk is full or an editor is in the middle of it, gives a page or findings. */
class PrefixTest {
    /** Every how many bytes a file breaks off before a whole build, which costs a hundred times as much as reading it. */
    private static final int STEP = 331;

    @TempDir
    private Path temp;

    @Test
    void everyBeginningOfEveryFileIsRead() {
        Reading reading = new Reading();
        Sample.texts().parallelStream()
                .forEach(sample -> IntStream.rangeClosed(0, sample.bytes().length)
                        .forEach(length -> read(reading, sample, length)));
    }

    private static void read(Reading reading, Sample sample, int length) {
        try {
            reading.read(sample.path(), sample.prefix(length));
        } catch (RuntimeException | Error e) {
            throw new AssertionError(sample.path() + ", the first " + length + " bytes", e);
        }
    }

    @Test
    void beginningsOfEveryFileAreBuilt() {
        build(Sample.texts());
    }

    @Test
    void beginningsOfEveryTemplateAreBuilt() {
        build(Sample.templates().stream()
                .filter(sample -> !sample.path().endsWith(".css"))
                .toList());
    }

    private void build(List<Sample> samples) {
        samples.parallelStream().forEach(sample -> {
            Newsletter newsletter = Newsletter.small(temp.resolve(sample.path().replace('/', '+')));
            int first = 1 + Math.floorMod(sample.path().hashCode(), STEP);
            for (int length = first; length <= sample.bytes().length; length += STEP) {
                build(newsletter, sample, length);
            }
        });
    }

    private static void build(Newsletter newsletter, Sample sample, int length) {
        Assertions.assertThatCode(() -> Places.build(newsletter.write(sample.place(), sample.prefix(length))))
                .as("%s, the first %d bytes", sample.path(), length)
                .doesNotThrowAnyException();
    }
}
