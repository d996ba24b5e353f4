package newsletter.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import newsletter.finding.Code;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.parse.Parsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading again sees what stands in the files now, whatever their times say. */
class ReadFilesTest {
    @TempDir
    private Path folder;

    private final ReadFiles known = new ReadFiles(new Parsers());
    private Path issue;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("newsletter.yaml"), "name: Test\n");
        issue = Files.createDirectories(folder.resolve("issues")).resolve("2018-09.yaml");
        Files.writeString(issue, "title: one\ndate: 2018-09-03\n");
    }

    private Library read(Findings findings) {
        return Library.read(new Workspace(folder), known, findings).orElseThrow();
    }

    private String title() {
        return read(new Findings()).issues().get(0).title();
    }

    @Test
    void changeOfTheSameSizeAndTimeIsSeen() throws IOException {
        FileTime time = Files.getLastModifiedTime(issue);
        assertThat(title()).isEqualTo("one");
        Files.writeString(issue, "title: two\ndate: 2018-09-03\n");
        Files.setLastModifiedTime(issue, time);

        assertThat(title()).isEqualTo("two");
    }

    @Test
    void whatIsWrongWithATextIsFoundEachTime() throws IOException {
        Files.write(issue, new byte[] {'a', (byte) 0xE9});
        for (int time = 0; time < 2; time++) {
            Findings findings = new Findings();
            read(findings);
            assertThat(findings.sorted()).extracting(Finding::code).contains(Code.NOT_UTF8);
        }
    }
}
