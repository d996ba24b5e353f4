package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import newsletter.cli.ExitCode;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a send is refused for, the last line says what to do, and nobody gets anything. */
@Timeout(60)
class RefusedSendTest extends NewsroomTest {
    private static final List<String> TO_MEMBERS = List.of("--to", "members", "--yes", "1");
    private static final List<String> TO_TEST = List.of("--to", "test");

    private static Arguments refusal(Consumer<Newsroom> change, List<String> command, String last) {
        return Arguments.of(change, command, last);
    }

    private static Consumer<Newsroom> settings(String old, String fresh) {
        return newsroom -> newsroom.change("newsletter.yaml", old, fresh);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        newsroom -> newsroom.change("content/news/korea.md", "date: 2018-09-01", "date: 2018-09-31"),
                        TO_TEST,
                        "correct the errors first"),
                refusal(
                        settings(
                                "sender: {name: Cluster Courier, email: news@example.org, reply-to: editors@example.org}\n",
                                ""),
                        TO_TEST,
                        "write into newsletter.yaml who sends it, as 'sender: {name: …, email: …}'"),
                refusal(settings("port: ", "port: a"), TO_TEST, "correct the errors first"),
                refusal(
                        newsroom -> newsroom.settings(""),
                        TO_TEST,
                        "write into newsletter.yaml which mail server sends it, as 'smtp: {host: smtp.example.org, …}'"),
                refusal(
                        newsroom -> newsroom.change(
                                "newsletter.yaml", "smtp:", "dkim: {selector: s, key: \"${KEY}\"}\nsmtp:"),
                        TO_TEST,
                        "messages are to be signed: correct 'dkim' in newsletter.yaml first"),
                refusal(
                        settings("to: cluster-news@lists.example.org", "to: \"${KEY}\""),
                        TO_MEMBERS,
                        "correct the list 'members' in newsletter.yaml first"),
                refusal(
                        newsroom -> newsroom.write("readers.csv", "email\nr0@example.net\nnobody\n"),
                        List.of("--to", "readers", "--yes", "1"),
                        "correct the list first"),
                refusal(
                        newsroom -> newsroom.story("Dear ${reader}, hello."),
                        TO_MEMBERS,
                        "readers get what 'newsletter check' finds no errors in: correct them first"),
                refusal(
                        settings(
                                "test: {to: editors@lists.example.org}",
                                "test: {to: editors@lists.example.org, max-size: 1 KB}"),
                        TO_TEST,
                        "correct the list first"),
                refusal(
                        newsroom -> {},
                        TO_MEMBERS,
                        "what goes to readers was looked at before, and this content of 2018-09 never went to a test list:"
                                + " run 'newsletter send 2018-09 --to test' first"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatToDo(Consumer<Newsroom> change, List<String> command, String last) {
        change.accept(newsroom);

        Newsroom.Run run = send(command);

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err()).endsWith("newsletter: nothing was sent: " + last + "\n");
        assertThat(server.received()).isEmpty();
    }

    private Newsroom.Run send(List<String> command) {
        return newsroom.run(
                Stream.concat(Stream.of("send", "2018-09"), command.stream()).toArray(String[]::new));
    }
}
