package newsletter.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import newsletter.finding.Code;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of a file is what stands in it now, whatever its times say. */
class ReadTextsTest {
    @TempDir
    private Path folder;

    private final ReadTexts texts = new ReadTexts();

    @Test
    void changeOfTheSameSizeAndTimeIsSeen() throws IOException {
        Path path = Files.writeString(folder.resolve("a.md"), "one");
        FileTime time = Files.getLastModifiedTime(path);
        WorkspaceFile file = new WorkspaceFile("a.md", path);
        assertThat(texts.read(file, new Findings()).map(Source::text)).hasValue("one");
        Files.writeString(path, "two");
        Files.setLastModifiedTime(path, time);
        assertThat(texts.read(file, new Findings()).map(Source::text)).hasValue("two");
    }

    @Test
    void whatIsWrongWithATextIsFoundEachTime() throws IOException {
        WorkspaceFile file =
                new WorkspaceFile("a.md", Files.write(folder.resolve("a.md"), new byte[] {'a', (byte) 0xE9}));
        for (int time = 0; time < 2; time++) {
            Findings findings = new Findings();
            assertThat(texts.read(file, findings)).isEmpty();
            assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.NOT_UTF8);
        }
    }
}
