package newsletter.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that does what a test tells it to, on a port of its own of the loopback interface. It keeps what it accepted:
 * a message counts from the moment at which the server has its final dot, whatever becomes of the answer.
 */
final class TestMailServer implements AutoCloseable {
    /** What to do at a point of the conversation. */
    sealed interface Act {
        /** Say this; from 400 on the command has no effect. */
        record Say(String reply) implements Act {}

        /** Close the connection without a word. */
        record Drop() implements Act {}

        /** Say nothing until the server is closed. */
        record Hang() implements Act {}
    }

    static final Act DROP = new Act.Drop();
    static final Act HANG = new Act.Hang();

    /** Points of the conversation: the commands' names, {@code CONNECT}, and {@code DOT} after the whole message. */
    @FunctionalInterface
    interface Script extends BiFunction<String, Conversation, @Nullable Act> {}

    /** A message that was accepted. */
    record Received(String from, String to, String data) {}

    private final ServerSocket socket;
    private final Script script;
    private final Set<String> extensions;
    private final @Nullable SSLContext encryption;
    private final boolean encryptedAtOnce;
    private final List<Received> received = new ArrayList<>();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private int connections;

    private TestMailServer(
            Script script, Set<String> extensions, @Nullable SSLContext encryption, boolean encryptedAtOnce) {
        this.script = script;
        this.extensions = extensions;
        this.encryption = encryption;
        this.encryptedAtOnce = encryptedAtOnce;
        try {
            this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread acceptor = new Thread(this::accept, "test mail server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Accepts everything. */
    static TestMailServer friendly() {
        return scripted((point, conversation) -> null);
    }

    /** @param script gives what to do at each point; null for the usual */
    static TestMailServer scripted(Script script) {
        return new TestMailServer(script, Set.of("SIZE 10000000", "8BITMIME", "PIPELINING"), null, false);
    }

    static TestMailServer offering(String... extensions) {
        return new TestMailServer((point, conversation) -> null, Set.of(extensions), null, false);
    }

    static TestMailServer offering(Script script, String... extensions) {
        return new TestMailServer(script, Set.of(extensions), null, false);
    }

    static TestMailServer encrypted(SSLContext encryption, boolean atOnce, Script script) {
        Set<String> offered = atOnce ? Set.of("AUTH PLAIN") : Set.of("STARTTLS", "AUTH PLAIN");
        return new TestMailServer(script, offered, encryption, atOnce);
    }

    int port() {
        return socket.getLocalPort();
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    synchronized int connections() {
        return connections;
    }

    /** How often each recipient's message was accepted. */
    synchronized Map<String, Integer> copies() {
        Map<String, Integer> copies = new LinkedHashMap<>();
        received.forEach(message -> copies.merge(message.to(), 1, Integer::sum));
        return copies;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                int number;
                synchronized (this) {
                    number = ++connections;
                }
                Thread thread = new Thread(() -> new Conversation(client, number).run(), "test mail conversation");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    /** How far the message at hand has come. */
    private enum Step {
        NONE,
        MAIL,
        RCPT
    }

    /** One connection. */
    final class Conversation {
        private final int number;
        private Socket client;
        private BufferedReader in;
        private OutputStream out;
        private boolean isEncrypted;
        private String from = "";
        private String to = "";
        private Step step = Step.NONE;
        private @Nullable String login;

        private Conversation(Socket client, int number) {
            this.client = client;
            this.number = number;
            this.in = new BufferedReader(new InputStreamReader(InputStream.nullInputStream(), StandardCharsets.UTF_8));
            this.out = OutputStream.nullOutputStream();
        }

        /** The number of the connection, from 1. */
        int number() {
            return number;
        }

        /** The recipient of the message at hand. */
        String to() {
            return to;
        }

        boolean isEncrypted() {
            return isEncrypted;
        }

        /** User, a space, password; null before a login. */
        @Nullable
        String login() {
            return login;
        }

        /** How often the recipient at hand was named to this server, in all connections. */
        int attempt() {
            return attempts.getOrDefault(to, 0);
        }

        private void run() {
            try {
                if (encryptedAtOnce) {
                    encrypt();
                } else {
                    use(client);
                }
                if (act("CONNECT", "220 test.example.org ready")) {
                    talk();
                }
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
            close();
        }

        private void close() {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void use(Socket socket) throws IOException {
            client = socket;
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
        }

        private void encrypt() throws IOException {
            SSLContext context = java.util.Objects.requireNonNull(encryption);
            SSLSocket secured =
                    (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
            secured.setUseClientMode(false);
            secured.startHandshake();
            isEncrypted = true;
            use(secured);
        }

        private void talk() throws IOException {
            while (true) {
                String line = in.readLine();
                if (line == null || !answer(line)) {
                    return;
                }
            }
        }

        private boolean answer(String line) throws IOException {
            String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            return switch (command) {
                case "EHLO" -> act(command, greeting());
                case "RSET" -> {
                    step = Step.NONE;
                    yield act(command, "250 ok");
                }
                case "HELO", "NOOP" -> act(command, "250 ok");
                case "STARTTLS" -> {
                    boolean goesOn = act(command, "220 go ahead");
                    if (goesOn) {
                        encrypt();
                    }
                    yield goesOn;
                }
                case "AUTH" -> {
                    login = line.startsWith("AUTH LOGIN") ? asked() : decoded(line.substring("AUTH PLAIN ".length()));
                    yield act(command, "235 welcome");
                }
                case "MAIL" -> {
                    from = address(line);
                    step = Step.NONE;
                    yield step(command, Step.MAIL);
                }
                case "RCPT" -> {
                    to = address(line);
                    attempts.merge(to, 1, Integer::sum);
                    yield step == Step.MAIL ? step(command, Step.RCPT) : outOfTurn();
                }
                case "DATA" -> (step == Step.RCPT || isGenerous()) ? data() : outOfTurn();
                case "QUIT" -> {
                    say("221 bye");
                    yield false;
                }
                default -> {
                    say("500 what?");
                    yield true;
                }
            };
        }

        private String asked() throws IOException {
            say("334 VXNlcm5hbWU6");
            String user = decoded(in.readLine());
            say("334 UGFzc3dvcmQ6");
            return user + " " + decoded(in.readLine());
        }

        private static String decoded(String base64) {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8)
                    .replaceFirst("^\0", "")
                    .replace('\0', ' ');
        }

        private String greeting() {
            List<String> lines = new ArrayList<>();
            lines.add("test.example.org");
            extensions.stream()
                    .filter(extension -> !isEncrypted || !extension.equals("STARTTLS"))
                    .sorted()
                    .forEach(lines::add);
            StringBuilder reply = new StringBuilder();
            for (int index = 0; index < lines.size(); index++) {
                boolean last = index == lines.size() - 1;
                reply.append("250")
                        .append(last ? ' ' : '-')
                        .append(lines.get(index))
                        .append(last ? "" : "\r\n");
            }
            return reply.toString();
        }

        private static String address(String line) {
            return line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
        }

        private boolean data() throws IOException {
            @Nullable Act act = script.apply("DATA", this);
            if (act != null) {
                return perform(act);
            }
            say("354 go ahead");
            StringBuilder data = new StringBuilder();
            while (true) {
                String line = in.readLine();
                if (line == null) {
                    return false;
                }
                if (line.equals(".")) {
                    break;
                }
                data.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            @Nullable Act after = script.apply("DOT", this);
            boolean refused = after instanceof Act.Say say && say.reply().charAt(0) >= '4';
            if (step != Step.RCPT) {
                say("554 5.5.1 no valid recipients");
                return true;
            }
            step = Step.NONE;
            if (!refused) {
                synchronized (TestMailServer.this) {
                    received.add(new Received(from, to, data.toString()));
                }
            }
            if (after != null) {
                return perform(after);
            }
            say("250 2.0.0 queued as " + received().size());
            return true;
        }

        /** A command that has to come in its turn; refused, it counts as not given. */
        private boolean step(String command, Step next) throws IOException {
            @Nullable Act act = script.apply(command, this);
            if (act == null) {
                step = next;
                say("250 ok");
                return true;
            }
            return perform(act);
        }

        private boolean outOfTurn() throws IOException {
            say("503 5.5.1 not now");
            return true;
        }

        /** Some servers ask for the text before they say that nobody would get it (RFC 2920, 3.1). */
        private boolean isGenerous() {
            return extensions.contains("X-GENEROUS");
        }

        private boolean act(String point, String usual) throws IOException {
            @Nullable Act act = script.apply(point, this);
            if (act != null) {
                return perform(act);
            }
            say(usual);
            return true;
        }

        private boolean perform(Act act) throws IOException {
            if (act instanceof Act.Say say) {
                say(say.reply());
                return !say.reply().startsWith("421");
            }
            if (act instanceof Act.Hang) {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return false;
        }

        private void say(String reply) throws IOException {
            out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
