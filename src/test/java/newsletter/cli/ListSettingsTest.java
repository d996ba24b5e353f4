package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an editor is told about {@code sender}, {@code lists} and {@code links} in newsletter.yaml. */
class ListSettingsTest {
    @TempDir
    private Path temp;

    @BeforeEach
    void writeIssue() throws IOException {
        BuildRun.write(temp, "issues/2018-09.yaml", "title: September\ndate: 2018-09-03\n");
        BuildRun.write(temp, "content/news/n.md", "---\ntitle: T\ndate: 2018-09-01\n---\nText\n");
    }

    private BuildRun build(String setting) throws IOException {
        BuildRun.write(temp, "newsletter.yaml", setting + "\nname: N\nsections:\n  - {heading: News, select: news}\n");
        return BuildRun.of(temp);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lists: {all: {list-id: a.b}}              | 1:14: error[missing-field]: the list 'all' needs 'to' | add a line 'to: …'
            lists: {all: {to: all}}                   | 1:19: error[bad-email]: 'all' is not an e-mail address | write it like news@example.org
            lists: {all: {to: ü@example.org}}         | 1:19: error[bad-email]: 'ü@example.org' is not an e-mail address | write it like
            lists: {all: {to: a..b@example.org}}      | 1:19: error[bad-email]: 'a..b@example.org' is not | write it like
            lists: {all: {to: a@ex_ample.org}}        | 1:19: error[bad-email]: 'a@ex_ample.org' is not | write it like
            lists: {all: {to: a@b.org, list-id: all}} | 1:37: error[bad-list-id]: 'all' does not identify a list | write letters, digits and hyphens
            lists: {all: {to: a@b.org, list-id: a@b.org}} | 1:37: error[bad-list-id]: 'a@b.org' does not identify | write letters
            lists: {all: {to: a@b.org, unsubscribe: 'http://b.org/'}} | 1:42: error[bad-url]: 'unsubscribe' must be an https address | an e-mail address belongs in 'unsubscribe-email'
            lists: {all: {to: a@b.org, unsubscribe: 'mailto:a@b.org'}} | 1:42: error[bad-url]: 'unsubscribe' must be an https address | write it with https://
            lists: {all: {to: a@b.org, unsubscibe: 'https://b.org/'}} | 1:28: error[unknown-key]: the list 'all' has no key 'unsubscibe' | did you mean 'unsubscribe'?
            lists: {all: a@b.org}                     | 1:14: error[wrong-kind]: the list 'all' must be a group of keys | write 'all: {to: a@b.org}'
            sender: {name: N, email: n@b}             | 1:26: error[bad-email]: 'n@b' is not an e-mail address | write it like
            links: {utm: {source: a}}                 | 1:14: error[missing-field]: 'utm' needs 'medium' | add a line 'medium: …'
            links: {utm: {source: a, medium: b, term: c}} | 1:37: error[unknown-key]: 'utm' has no key 'term' | its keys are: source, medium, campaign
            """)
    void teachesWhatToDoAboutAMistake(String setting, String finding, String hint) throws IOException {
        BuildRun build = build(setting);

        assertThat(build.err()).contains("newsletter.yaml:" + finding).contains(hint);
        assertThat(build.exit()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void takesAnUnsubscribeAddressThatAHeaderLineHolds() throws IOException {
        String list = "lists: {all: {to: a@b.org, unsubscribe: 'https://b.org/%s'}}";

        assertThat(build(list.formatted("x".repeat(886))).exit()).isEqualTo(ExitCode.DONE);
        assertThat(build(list.formatted("x".repeat(887))).err())
                .contains("error[bad-url]: this address is longer than 900 characters");
    }

    @Test
    void leavesAListFromTheEnvironmentToWhoeverSends() throws IOException {
        BuildRun build = build("""
                sender: {name: N, email: n@b.org}
                lists: {all: {to: "${LIST}", list-id: "${ID}", unsubscribe: "${PAGE}"}}""");

        assertThat(build.exit()).as(build.err()).isEqualTo(ExitCode.DONE);
        assertThat(build.text("2018-09", "newsletter.eml")).contains("To: \"N\" <n@b.org>");
    }
}
