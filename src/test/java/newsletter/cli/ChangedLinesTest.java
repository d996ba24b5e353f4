package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.junit.jupiter.api.Test;

/** What git says of changes. */
class ChangedLinesTest {
    private static final String DIFF = """
            diff --git a/content/a b.md b/content/a b.md
            --- a/content/a b.md\t
            +++ b/content/a b.md\t
            @@ -1,0 +2,2 @@ words
            ++++ b/content/not-a-file.md
            +@@ -1 +9 @@
            @@ -7 +9 @@
            -old
            +new
            @@ -12,2 +13,0 @@
            -gone
            -gone
            diff --git a/newsletter.yaml b/newsletter.yaml
            --- a/newsletter.yaml
            +++ b/newsletter.yaml
            @@ -3 +3 @@
            -a
            +b
            """;

    private static boolean hasChanged(String path, int line) {
        return ChangedLines.of(DIFF, "content/neu/Köln.md\0x.md\0").has(new Location(new Source(path, ""), line, 1));
    }

    @Test
    void areThoseThatWereWrittenAnew() {
        assertThat(java.util.stream.IntStream.rangeClosed(1, 14).filter(line -> hasChanged("content/a b.md", line)))
                .containsExactly(2, 3, 9);
        assertThat(hasChanged("newsletter.yaml", 3)).isTrue();
        assertThat(hasChanged("newsletter.yaml", 2)).isFalse();
        assertThat(hasChanged("content/not-a-file.md", 9)).isFalse();
        assertThat(hasChanged("content/b.md", 3)).isFalse();
    }

    @Test
    void areAllOfAFileThatGitDoesNotKnow() {
        assertThat(hasChanged("content/neu/Köln.md", 77)).isTrue();
    }

    @Test
    void areNotKnownWithoutGit() {
        assertThatThrownBy(() -> new History(Path.of(""), "no-such-program").since("HEAD"))
                .isInstanceOf(History.UnknownException.class)
                .hasMessage("git is not there, which knows what has changed");
    }
}
