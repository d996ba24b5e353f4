package newsletter.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.model.IssuePlan;
import newsletter.parse.Parsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading again sees what stands in the files now, whatever their times say. */
class ReadFilesTest {
    @TempDir
    private Path folder;

    private ReadFiles known;
    private Path issue;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("newsletter.yaml"), "name: Test\n");
        issue = Files.createDirectories(folder.resolve("issues")).resolve("2018-09.yaml");
        Files.writeString(issue, "title: one\ndate: 2018-09-03\n");
        known = new ReadFiles(new Workspace(folder), new Parsers());
    }

    private List<String> titles(Optional<Set<Path>> changed, Findings findings) {
        known.readAgain(changed);
        return Library.read(known, findings).orElseThrow().issues().stream()
                .map(IssuePlan::title)
                .toList();
    }

    private List<String> titles(Path... changed) {
        return titles(Optional.of(Set.of(changed)), new Findings());
    }

    private List<String> titles() {
        return titles(Optional.empty(), new Findings());
    }

    @Test
    void changeOfTheSameSizeAndTimeIsSeen() throws IOException {
        FileTime time = Files.getLastModifiedTime(issue);
        assertThat(titles()).containsExactly("one");
        Files.writeString(issue, "title: two\ndate: 2018-09-03\n");
        Files.setLastModifiedTime(issue, time);

        assertThat(titles()).containsExactly("two");
    }

    @Test
    void onlyWhatMayHaveChangedIsReadAgain() throws IOException {
        Path other = Files.writeString(issue.resolveSibling("2018-10.yaml"), "title: other\ndate: 2018-10-01\n");
        assertThat(titles()).containsExactly("one", "other");
        Files.writeString(issue, "title: two\ndate: 2018-09-03\n");
        Files.writeString(other, "title: another\ndate: 2018-10-01\n");

        assertThat(titles(issue)).containsExactly("two", "other");
        assertThat(known.isCurrent()).isFalse();
        assertThat(titles()).containsExactly("two", "another");
        assertThat(known.isCurrent()).isTrue();
    }

    @Test
    void filesThatComeAndGoAreSeen() throws IOException {
        titles();
        Path fresh = Files.writeString(issue.resolveSibling("2018-10.yaml"), "title: new\ndate: 2018-10-01\n");
        assertThat(known.isCurrent()).isFalse();
        assertThat(titles(fresh)).containsExactly("one", "new");
        Files.delete(issue);
        assertThat(titles(issue)).containsExactly("new");
        assertThat(known.isCurrent()).isTrue();
    }

    @Test
    void filesBelowAFolderThatComesAndGoesAreSeen() throws IOException {
        Path year = folder.resolve("issues/2018");
        Path inside = Files.createDirectory(year).resolve("09.yaml");
        Files.move(issue, inside);
        assertThat(titles()).containsExactly("one");
        Path away = Files.move(year, folder.resolve("away"));
        assertThat(titles(year)).isEmpty();

        Files.move(away, year);

        assertThat(titles(year)).containsExactly("one");
    }

    @Test
    void anotherFolderWithFilesOfTheSameNamesIsSeen() throws IOException {
        Path year = folder.resolve("issues/2018");
        Files.move(issue, Files.createDirectory(year).resolve("09.yaml"));
        titles();
        Path fresh = Files.createDirectory(folder.resolve("fresh"));
        Files.writeString(fresh.resolve("09.yaml"), "title: two\ndate: 2018-09-03\n");
        Files.move(year, folder.resolve("away"));

        Files.move(fresh, year);

        assertThat(titles(year)).containsExactly("two");
    }

    @Test
    void aFileBesideThatIsGoneAgainChangesNothing() throws IOException {
        titles();
        Files.writeString(issue, "title: two\ndate: 2018-09-03\n");

        assertThat(titles(issue.resolveSibling("2018-09.yaml~"))).containsExactly("one");
        assertThat(titles(issue.resolveSibling("2018-09.yaml~"), issue)).containsExactly("two");
    }

    @Test
    void otherSettingsThatNobodyToldOfAreNotCurrent() throws IOException {
        titles();
        Files.writeString(folder.resolve("newsletter.yaml"), "name: Another\n");

        assertThat(known.isCurrent()).isFalse();
    }

    @Test
    void aLineThatCannotBeReadIsShownAsItIsNow() throws IOException {
        Files.write(issue, new byte[] {'a', 'b', (byte) 0xE9});
        titles();
        Files.write(issue, new byte[] {'c', 'd', (byte) 0xE9});
        assertThat(known.isCurrent()).isFalse();
        Findings findings = new Findings();

        titles(Optional.of(Set.of(issue)), findings);

        assertThat(findings.sorted())
                .extracting(finding -> finding.at().source().line(1))
                .containsOnlyOnce("cd");
    }

    @Test
    void filesWhoseNamesAreComposedAlikeAreTwo() throws IOException {
        Files.writeString(issue.resolveSibling("fe\u0301vrier.yaml"), "title: two\ndate: 2018-02-01\n");
        Path composed = issue.resolveSibling("f\u00E9vrier.yaml");
        assumeThat(composed).as("the system takes the two for one").doesNotExist();
        Files.writeString(composed, "title: three\ndate: 2018-03-01\n");

        titles();

        assertThat(known.isCurrent()).isTrue();
    }

    @Test
    void settingsThatGoAndComeAreSeen() throws IOException {
        titles();
        Path settings = folder.resolve("newsletter.yaml");
        Path away = Files.move(settings, folder.resolve("away.yaml"));
        assertThat(known.isCurrent()).isFalse();
        known.readAgain(Optional.of(Set.of(settings)));
        Findings findings = new Findings();
        assertThat(Library.read(known, findings)).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::code).containsExactly(Code.UNREADABLE);

        Files.move(away, settings);

        assertThat(titles(settings)).containsExactly("one");
    }

    @Test
    void otherSettingsAreSeen() throws IOException {
        titles();
        Path settings = Files.writeString(folder.resolve("newsletter.yaml"), "nam: Test\n");
        Findings findings = new Findings();

        titles(Optional.of(Set.of(settings)), findings);

        assertThat(findings.sorted()).extracting(Finding::code).contains(Code.UNKNOWN_KEY);
    }

    @Test
    void whatIsWrongWithATextIsFoundEachTime() throws IOException {
        Files.write(issue, new byte[] {'a', (byte) 0xE9});
        for (int time = 0; time < 2; time++) {
            Findings findings = new Findings();
            titles(Optional.of(Set.of()), findings);
            assertThat(findings.sorted()).extracting(Finding::code).contains(Code.NOT_UTF8);
        }
    }
}
