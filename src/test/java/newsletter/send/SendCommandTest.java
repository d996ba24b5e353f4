package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import newsletter.cli.ExitCode;
import newsletter.message.dkim.DkimSigner;
import newsletter.message.dkim.PemFiles;
import newsletter.send.Newsroom.Run;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code newsletter send}, as an editor gives it and as the mail server sees it. */
@Timeout(60)
class SendCommandTest extends NewsroomTest {
    private String sentTo(String address) {
        return server.received().stream()
                .filter(message -> message.to().equals(address))
                .reduce((one, other) -> other)
                .orElseThrow()
                .data();
    }

    private void test() {
        Run run = newsroom.run("send", "2018-09", "--to", "test");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void sendsATestToAnAddressGivenByHand() {
        Run run = newsroom.run("send", "--to", "me@example.org");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("2018-09 to me@example.org: 1 sent · ")
                .endsWith("ledger: .newsletter/ledger.db\n");
        assertThat(server.received()).hasSize(1);
        assertThat(sentTo("me@example.org"))
                .contains("Subject: [Test] New partners in Korea\r\n")
                .contains("To: <me@example.org>\r\n")
                .doesNotContain("X-Unsent");
    }

    @Test
    void sendsToAListWhatWasTested() {
        test();

        Run run = newsroom.run("send", "--to", "members", "--yes", "1");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        String real = sentTo("cluster-news@lists.example.org");
        String tested = sentTo("editors@lists.example.org");
        assertThat(real)
                .contains("Subject: New partners in Korea\r\n")
                .contains("To: \"Cluster Courier\" <cluster-news@lists.example.org>\r\n")
                .contains("List-Id: \"Cluster Courier\" <cluster-news.lists.example.org>\r\n")
                .contains("List-Unsubscribe: <https://lists.example.org/leave>\r\n")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
                .contains("Feedback-ID: 2018-09:members:newsletter:example-org\r\n")
                .contains("Auto-Submitted: auto-generated\r\n");
        assertThat(body(real)).isEqualTo(body(tested));
    }

    @Test
    void fillsEachReadersMessageFromTheirRow() throws Exception {
        newsroom.write("issues/2018-09.yaml", """
                title: September 2018
                date: 2018-09-03
                subject: '${recipient.first_name!"Reader"}, new partners in Korea'
                preheader: Apply until 14 September for the matchmaking in Vienna and Zagreb
                """);
        newsroom.story(
                "Dear ${recipient.first_name!\"reader\"}, clusters of Europe and Korea work together from now on.");
        newsroom.write("readers.csv", """
                E-Mail;First name;Secret
                zoe@example.net;"Zoë <b>""x""</b> & co";s3cret
                ann@example.net;;s3cret
                ZOE@example.net;again;s3cret
                """);
        test();

        Run run = newsroom.run("send", "--to", "readers", "--yes", "2");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(server.copies()).containsEntry("zoe@example.net", 1).containsEntry("ann@example.net", 1);
        MimeMessage zoe = read(sentTo("zoe@example.net"));
        assertThat(zoe.getSubject()).isEqualTo("Zoë <b>\"x\"</b> & co, new partners in Korea");
        assertThat(part(zoe, 1)).contains("Dear Zoë &lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; co, clusters");
        assertThat(part(zoe, 0)).contains("Dear Zoë <b>\"x\"</b> & co, clusters");
        MimeMessage ann = read(sentTo("ann@example.net"));
        assertThat(ann.getSubject()).isEqualTo("Reader, new partners in Korea");
        assertThat(part(ann, 1)).contains("Dear reader, clusters");
        assertThat(part(read(sentTo("editors@lists.example.org")), 1)).contains("Dear reader, clusters");
        assertThat(Files.readString(temp.resolve(".newsletter/ledger.db"), StandardCharsets.ISO_8859_1))
                .doesNotContain("s3cret");
    }

    @Test
    void letsEachReaderLeaveByATokenOfTheirOwn() throws Exception {
        test();
        newsroom.run("send", "--to", "readers", "--yes", "3");

        Set<String> ways = new TreeSet<>();
        for (String address : List.of("r0@example.net", "r1@example.net", "r2@example.net")) {
            MimeMessage message = read(sentTo(address));
            String way = message.getHeader("List-Unsubscribe", null);
            assertThat(way).matches("<https://example\\.org/leave\\?list=readers&token=[\\w-]{22}>");
            assertThat(message.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(message.getHeader("List-Id", null)).isEqualTo("\"Cluster Courier\" <readers.example.org>");
            String link = way.substring(1, way.length() - 1);
            assertThat(part(message, 1)).contains("href=\"" + link.replace("&", "&amp;") + "\"");
            assertThat(part(message, 0)).contains(link).doesNotContain("lists.example.org/leave");
            ways.add(way);
        }
        assertThat(ways).hasSize(3);
    }

    @Test
    void refusesReadersWhatWasNotTestedOrIsOtherThanWhatWas() {
        assertThat(newsroom.run("send", "--to", "members", "--yes", "1").err())
                .contains("never went to a test list: run 'newsletter send 2018-09 --to test' first");
        test();
        newsroom.story("Another text.");

        Run run = newsroom.run("send", "--to", "members", "--yes", "1");

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err()).contains("never went to a test list");
        assertThat(server.copies()).containsOnlyKeys("editors@lists.example.org");
    }

    @Test
    void asksForTheListsName() {
        test();

        Run wrong = newsroom.typing("readers").run("send", "--to", "members");
        assertThat(wrong.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(wrong.err())
                .contains("goes to 1 recipient. Type the list's name to send it: ")
                .endsWith(
                        "nothing was sent: that is not the list's name: give the command again, and type 'members'\n");

        Run right = newsroom.typing("members").run("send", "--to", "members");
        assertThat(right.exit()).as(right.err()).isEqualTo(ExitCode.DONE);
        assertThat(server.copies()).containsEntry("cluster-news@lists.example.org", 1);
    }

    @Test
    void refusesAnotherNumberOfRecipientsThanIsKnownOf() {
        test();

        assertThat(newsroom.run("send", "--to", "readers", "--yes", "4").err())
                .contains("the list 'readers' has 3 recipients, not 4");
        assertThat(newsroom.run("send", "--to", "readers").err()).contains("--yes 3");
        assertThat(server.copies()).containsOnlyKeys("editors@lists.example.org");
    }

    @Test
    void sendsAnIssueToAListOnceHoweverOftenItIsTold() {
        test();
        newsroom.run("send", "--to", "readers", "--yes", "3");

        assertThat(newsroom.run("send", "--to", "readers", "--yes", "3").out()).contains("3 sent");
        newsroom.story("A text that was corrected.");
        test();
        Run other = newsroom.run("send", "--to", "readers", "--yes", "3");

        assertThat(other.err())
                .contains("2018-09 went to 'readers' on 20")
                .contains("to 3 recipients, with other content");
        assertThat(server.copies()).containsEntry("r0@example.net", 1).containsEntry("editors@lists.example.org", 2);
    }

    @Test
    void writesMessagesAndConnectsNowhereInADryRun() throws IOException {
        Run run = newsroom.run("send", "--to", "readers", "--dry-run", "--limit", "2");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .isEqualTo("2018-09 would go to 3 recipients of 'readers' · 2 messages written to out/dry-run/"
                        + " · nothing was sent\n");
        try (Stream<Path> files = Files.list(temp.resolve("out/dry-run"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("0001-r0@example.net.eml", "0002-r1@example.net.eml");
        }
        assertThat(Files.readString(temp.resolve("out/dry-run/0001-r0@example.net.eml")))
                .contains("To: <r0@example.net>");
        assertThat(server.connections()).isZero();
        assertThat(temp.resolve(".newsletter/ledger.db")).doesNotExist();
    }

    @Test
    void groupsWhatFailedAndNamesEachDelivery() {
        server.close();
        server = TestMailServer.scripted((point, conversation) ->
                point.equals("RCPT") && conversation.to().matches("r[12]@.*")
                        ? new TestMailServer.Act.Say("550 no such user <" + conversation.to() + ">")
                        : null);
        newsroom = new Newsroom(temp, server.port());
        test();

        Run run = newsroom.run("send", "--to", "readers", "--yes", "3");

        assertThat(run.out()).contains("1 sent, 2 failed").contains("  2 failed: 550 no such user <…>\n");
        assertThat(newsroom.run("deliveries").out()).contains("readers").containsPattern("readers .* 1 +2 +0 +0 +0\n");
        assertThat(newsroom.run("deliveries", "--each", "--format", "csv").out())
                .startsWith("list,address,state,attempts,changed,answer\r\n")
                .containsPattern("readers,r1@example.net,failed,1,[^,]+,\"550 no such user <r1@example.net>\"\r\n");
        String json = newsroom.run("deliveries", "--each", "--format", "json").out();
        assertThat(com.google.gson.JsonParser.parseString(json)
                        .getAsJsonObject()
                        .getAsJsonArray("sends")
                        .get(1)
                        .getAsJsonObject()
                        .get("failed")
                        .getAsInt())
                .isEqualTo(2);
    }

    @Test
    void saysWhatIsUnsureAndSendsItAgainWhenTold() {
        Set<String> dropped = ConcurrentHashMap.newKeySet();
        server.close();
        server = TestMailServer.scripted((point, conversation) ->
                point.equals("DOT") && conversation.to().equals("r1@example.net") && dropped.add(conversation.to())
                        ? TestMailServer.DROP
                        : null);
        newsroom = new Newsroom(temp, server.port());
        test();

        Run run = newsroom.run("send", "--to", "readers", "--yes", "3");
        assertThat(run.exit()).isEqualTo(ExitCode.SURROUNDINGS);
        assertThat(run.out()).contains("2 sent, 1 unsure");
        assertThat(run.err()).contains("--resend-unsure sends to them again");
        assertThat(newsroom.run("send", "--to", "readers", "--yes", "3").out()).contains("2 sent, 1 unsure");

        Run again = newsroom.run("send", "--to", "readers", "--yes", "3", "--resend-unsure");
        assertThat(again.out()).contains("3 sent");
        assertThat(server.received().stream()
                        .filter(message -> message.to().equals("r1@example.net"))
                        .map(message -> message.data().replaceAll("(?s).*Message-ID: (\\S+).*", "$1"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void signsWhatItSends() throws Exception {
        String key = PemFiles.pkcs8(PemFiles.rsa(2048).getPrivate());
        newsroom.settings("smtp: {host: 127.0.0.1, port: " + server.port() + ", security: none}\n"
                        + "dkim: {selector: news, key: '${DKIM_KEY}'}")
                .with("DKIM_KEY", key);
        String record = DkimSigner.of("example.org", "news", key).record();
        test();
        newsroom.run("send", "--to", "readers", "--yes", "3");

        DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) ->
                selector.toString().equals("news") && domain.toString().equals("example.org")
                        ? List.of(record)
                        : List.of());
        assertThat(server.received()).hasSize(4);
        for (TestMailServer.Received message : server.received()) {
            byte[] bytes = message.data().getBytes(StandardCharsets.UTF_8);
            assertThat(verifier.verify(new ByteArrayInputStream(bytes))).hasSize(1);
            byte[] changed = message.data().replace("Korea", "Corea").getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> verifier.verify(new ByteArrayInputStream(changed)))
                    .isInstanceOf(FailException.class);
        }
    }

    @Test
    void asksWhereItGoes() {
        Run run = newsroom.run("send");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("""
                        newsletter: say where it goes with --to: a list of newsletter.yaml, or an e-mail address
                        'newsletter send --help' says how it goes
                        """);
        assertThat(newsroom.run("send", "--to", "reeders").err()).contains("did you mean 'readers'?");
    }

    @Test
    void tellsProgramsInOneDocument() {
        JsonObject refused = document(newsroom.run("send", "--to", "readers", "--yes", "3", "--format", "json"));
        assertThat(refused.get("exit").getAsInt()).isEqualTo(1);

        JsonObject tested = document(newsroom.run("send", "--to", "test", "--format", "json"));
        assertThat(tested.get("exit").getAsInt()).isZero();

        JsonObject dry = document(newsroom.run("send", "--to", "readers", "--dry-run", "--format", "json"));
        assertThat(dry.get("exit").getAsInt()).isZero();

        JsonObject sent = document(newsroom.run("send", "--to", "readers", "--yes", "3", "--format", "json"));
        assertThat(sent.getAsJsonObject("deliveries").get("sent").getAsInt()).isEqualTo(3);
        assertThat(sent.getAsJsonObject("deliveries").get("waiting").getAsInt()).isZero();
    }

    /** All of what was printed to stdout, strictly. */
    private static JsonObject document(Run run) {
        try {
            return new Gson().getAdapter(JsonObject.class).fromJson(run.out());
        } catch (IOException e) {
            throw new UncheckedIOException(run.out(), e);
        }
    }

    /** The parts of what was received, as a mail program reads them. */
    private static String part(MimeMessage message, int number) throws MessagingException, IOException {
        return (String)
                ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
    }

    private static MimeMessage read(String message) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
    }

    private static String body(String message) {
        return message.substring(message.indexOf("\r\n\r\n"));
    }
}
