package newsletter.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import newsletter.cli.ExitCode;
import newsletter.send.Newsroom.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists that a database knows. */
@Timeout(120)
class QueriedListTest extends NewsroomTest {
    @BeforeEach
    void address() {
        newsroom.story(
                "Dear ${recipient.first_name!\"reader\"}, clusters of Europe and Korea work together from now on.");
    }

    /** Replaces the table of readers by a query. */
    private void ask(String database, String query) {
        newsroom.settings("smtp: {host: 127.0.0.1, port: " + server.port() + ", security: none}");
        newsroom.change("newsletter.yaml", "csv: readers.csv", database + "\n    query: " + query);
    }

    private static void fill(String address, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE member (mail TEXT, name TEXT, active INTEGER)");
            statement.execute("INSERT INTO member VALUES ('ann@example.net', 'Ann', 1), ('bob@example.net', NULL, 1),"
                    + " ('ANN@example.net', 'Ann', 1), ('carl@example.net', 'Carl', 0)");
        }
    }

    private void assertThatMembersGetIt() {
        newsroom.run("send", "--to", "test");
        Run run = newsroom.run("send", "--to", "readers", "--yes", "2");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(server.copies()).containsOnlyKeys("editors@lists.example.org", "ann@example.net", "bob@example.net");
        assertThat(server.received().get(1).data() + server.received().get(2).data())
                .contains("Ann=\r\n, clusters")
                .contains("reader=\r\n, clusters");
    }

    private static final String QUERY =
            "SELECT mail AS email, name AS \"First name\" FROM member WHERE active = 1 ORDER BY mail DESC";

    @Test
    void areAskedForInSqlite() throws SQLException {
        fill("jdbc:sqlite:" + temp.resolve("members.db"), "");
        ask("jdbc: 'jdbc:sqlite:" + temp.resolve("members.db") + "'", QUERY);

        assertThatMembersGetIt();
    }

    @Test
    void areAskedForInPostgres() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            fill(postgres.address(), "newsletter");
            ask("jdbc: '" + postgres.address() + "'\n    user: newsletter", QUERY);

            assertThatMembersGetIt();
        }
    }

    @Test
    void areOnlyAsked() throws SQLException {
        String address = "jdbc:sqlite:" + temp.resolve("members.db");
        fill(address, "");
        ask("jdbc: '" + address + "'", "DELETE FROM member RETURNING mail AS email");

        Run run = newsroom.run("send", "--to", "readers", "--dry-run");

        assertThat(run.exit()).isEqualTo(ExitCode.SURROUNDINGS);
        assertThat(run.err())
                .contains("cannot ask the database for the list: ")
                .containsIgnoringCase("readonly database")
                .endsWith("look at jdbc, user and query\n");
        try (Connection connection = DriverManager.getConnection(address);
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM member")) {
            assertThat(rows.getInt(1)).isEqualTo(4);
        }
    }
}
