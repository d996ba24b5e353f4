package newsletter.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import newsletter.finding.Code;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final Source KOREA = new Source("content/news/korea.md", "Text");

    private final Remembered<Integer> remembered = new Remembered<>();
    private final AtomicInteger made = new AtomicInteger();
    private final Findings findings = new Findings();

    /** What is made is the number of times that it was made. */
    private int read(Source source, Code found) {
        return remembered.of(
                source,
                (text, own) -> {
                    own.add(found, text.start(), "so it is", "mend it");
                    return made.incrementAndGet();
                },
                findings);
    }

    @Test
    void makesItOnceAndFindsTheSameAgain() {
        read(KOREA, Code.UNKNOWN_KEY);
        Findings later = new Findings();

        int again = remembered.of(new Source(KOREA.path(), "Text"), (text, own) -> made.incrementAndGet(), later);

        assertThat(again).isEqualTo(1);
        assertThat(later.sorted()).extracting(Finding::code).containsExactly(Code.UNKNOWN_KEY);
    }

    @Test
    void makesItAnewOfAnotherText() {
        read(KOREA, Code.UNKNOWN_KEY);

        assertThat(read(new Source(KOREA.path(), "Another text"), Code.UNKNOWN_KEY))
                .isEqualTo(2);
    }

    @Test
    void triesAgainWhatWasGivenUpForWantOfTime() {
        read(KOREA, Code.TOO_COMPLEX);

        assertThat(read(KOREA, Code.UNKNOWN_KEY)).isEqualTo(2);
        assertThat(read(KOREA, Code.UNKNOWN_KEY)).isEqualTo(2);
    }

    @Test
    void forgetsFilesThatAreGone() {
        read(KOREA, Code.UNKNOWN_KEY);

        remembered.keepOnly(Set.of("content/news/japan.md"));

        assertThat(read(KOREA, Code.UNKNOWN_KEY)).isEqualTo(2);
    }
}
