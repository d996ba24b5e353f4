package newsletter.send;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Postfix of the test's own in a folder that goes with it, which delivers everything for {@code example.org} into one folder of
 * mail. Where it is not installed, or may not be started (it takes root), the test is skipped; under {@code NEWSLETTER_CI=1} it fails.
 */
final class Postfix implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
    private static final int SECONDS = 60;

    private final Path folder;
    private final int port;

    private Postfix(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static Postfix start() throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM) || !"root".equals(System.getProperty("user.name"))) {
            String message = "there is no " + PROGRAM + " here, or only root may start it";
            assertNotEquals("1", System.getenv("NEWSLETTER_CI"), message);
            abort(message);
        }
        Postfix postfix = new Postfix(Files.createTempDirectory("postfix"), freePort());
        postfix.configure();
        postfix.run("postfix", "-c", postfix.folder.resolve("config").toString(), "start");
        return postfix;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void configure() throws IOException, InterruptedException {
        for (String name : List.of("config", "queue", "data", "mail")) {
            Files.createDirectory(folder.resolve(name));
        }
        run("chmod", "755", folder.toString());
        run("chown", "postfix", folder.resolve("data").toString());
        run("chown", "nobody", folder.resolve("mail").toString());
        Files.writeString(folder.resolve("config/main.cf"), main());
        Files.writeString(folder.resolve("config/master.cf"), master());
    }

    private String main() {
        return """
                compatibility_level = 3.6
                queue_directory = FOLDER/queue
                data_directory = FOLDER/data
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                mail_owner = postfix
                setgid_group = postdrop
                myhostname = localhost
                mydestination =
                inet_interfaces = loopback-only
                inet_protocols = ipv4
                mynetworks = 127.0.0.0/8
                virtual_mailbox_domains = example.org
                virtual_mailbox_base = FOLDER/mail
                virtual_mailbox_maps = static:readers/
                virtual_uid_maps = static:65534
                virtual_gid_maps = static:65534
                virtual_minimum_uid = 1000
                alias_maps =
                alias_database =
                default_transport = error:no other domains here
                maillog_file = FOLDER/postfix.log
                maillog_file_prefixes = FOLDER
                """.replace("FOLDER", folder.toString());
    }

    private String master() {
        return """
                127.0.0.1:PORT inet n - n - - smtpd
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                proxymap unix - - n - - proxymap
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                error unix - - n - - error
                virtual unix - n n - - virtual
                anvil unix - - n - 1 anvil
                tlsmgr unix - - n 1000? 1 tlsmgr
                postlog unix-dgram n - n - 1 postlogd
                """.replace("PORT", Integer.toString(port));
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("commands.log").toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(List.of(command) + " failed: " + Files.readString(folder.resolve("commands.log")));
        }
    }

    int port() {
        return port;
    }

    /** What was delivered, once there are so many messages. */
    List<byte[]> delivered(int messages) throws IOException {
        Path box = folder.resolve("mail/readers/new");
        List<Path> files = List.of();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (files.size() < messages && System.nanoTime() < end) {
            files = files(box);
            Thread.onSpinWait();
        }
        List<byte[]> delivered = new ArrayList<>();
        for (Path file : files) {
            delivered.add(Files.readAllBytes(file));
        }
        return delivered;
    }

    private static List<Path> files(Path box) throws IOException {
        if (!Files.isDirectory(box)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(box)) {
            return files.toList();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("postfix", "-c", folder.resolve("config").toString(), "stop");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
