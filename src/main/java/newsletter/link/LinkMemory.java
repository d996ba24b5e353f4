package newsletter.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsletter.web.Address;
import newsletter.web.MalformedAddressException;

/**
 * What earlier checks found good, for a week. Errors and doubts are never remembered. Each verdict is appended as it comes, so that
 * a check that is killed loses only what was under way. It is a convenience: when it cannot be read or written the check goes on, and
 * {@link #damage()} tells. Thread-safe within one process; of two processes one may forget a verdict, which is then asked again.
 *
 * <pre>
 * newsletter links 1
 * 2018-09-03T10:15:00Z	moved	200	https://example.org/a	https://example.org/b
 * </pre>
 */
public final class LinkMemory {
    private static final String FIRST_LINE = "newsletter links 1";
    private static final Duration LASTS = Duration.ofDays(7);
    private static final Set<Rule> KEPT = Set.of(Rule.ANSWERS, Rule.MOVED);
    private static final long LARGEST = 64L << 20;

    private final Path file;
    private final Clock clock;
    private final Map<String, Remembered> known = new LinkedHashMap<>();
    private Optional<String> damage = Optional.empty();

    private LinkMemory(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param to where it moved, if it did
     */
    record Remembered(Instant when, Rule rule, int status, String address, Optional<String> to) {
        Outcome outcome() {
            Verdict verdict = to.<Verdict>map(Verdict.Moved::new).orElseGet(Verdict.Ok::new);
            return new Outcome(rule, verdict, Optional.of(status));
        }

        private String line() {
            return String.join("\t", when.toString(), rule.id(), Integer.toString(status), address, to.orElse(""));
        }
    }

    /**
     * Reads a memory, and drops from the file what is too old or cannot be read.
     *
     * @param file need not exist, nor its folder
     */
    public static LinkMemory open(Path file, Clock clock) {
        LinkMemory memory = new LinkMemory(file, clock);
        memory.read();
        return memory;
    }

    private synchronized void read() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            List<String> lines = Files.size(file) > LARGEST ? List.of() : lines();
            if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
                damage = Optional.of(name() + " is not what it should be, so the check began without it");
                rewrite();
                return;
            }
            lines.subList(1, lines.size()).forEach(this::learn);
            if (known.size() + 1 < lines.size()) {
                rewrite();
            }
        } catch (IOException e) {
            damage = Optional.of(name() + " cannot be read: " + e.getMessage());
        }
    }

    /** Bytes that are no UTF-8 become odd characters, and their line no line, instead of an exception. */
    private List<String> lines() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private void learn(String line) {
        Optional<Remembered> read = parse(line);
        if (read.isEmpty()) {
            damage = Optional.of("a line of " + name() + " is not what it should be, and was passed over");
        }
        read.filter(this::isFresh).ifPresent(one -> known.put(one.address(), one));
    }

    /** As an editor knows it, wherever the workspace lies. */
    private String name() {
        Path folder = file.getParent();
        return folder == null || folder.getFileName() == null
                ? file.toString()
                : folder.getFileName() + "/" + file.getFileName();
    }

    private static Optional<Remembered> parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 5 || !parts[2].matches("[0-9]{3}")) {
            return Optional.empty();
        }
        Optional<Rule> rule =
                KEPT.stream().filter(kept -> kept.id().equals(parts[1])).findFirst();
        Optional<String> to = Optional.of(parts[4]).filter(text -> !text.isEmpty());
        boolean whole = rule.isPresent() && (rule.get() == Rule.MOVED) == to.isPresent();
        try {
            return whole && isAddress(parts[3]) && isAddress(to.orElse(parts[3]))
                    ? Optional.of(new Remembered(
                            Instant.parse(parts[0]), rule.get(), Integer.parseInt(parts[2]), parts[3], to))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isAddress(String text) {
        try {
            return Address.parse(text).toString().equals(text);
        } catch (MalformedAddressException e) {
            return false;
        }
    }

    private boolean isFresh(Remembered one) {
        Instant now = clock.instant();
        return !one.when().isAfter(now) && one.when().plus(LASTS).isAfter(now);
    }

    private void rewrite() throws IOException {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        known.values().forEach(one -> text.append(one.line()).append('\n'));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What is known of an address in its one spelling, and still good. */
    synchronized Optional<Remembered> recall(String address) {
        return Optional.ofNullable(known.get(address)).filter(this::isFresh);
    }

    /** Keeps a good verdict; others are passed over. */
    synchronized void remember(String address, Outcome outcome) {
        if (!KEPT.contains(outcome.rule()) || outcome.status().isEmpty()) {
            return;
        }
        Optional<String> to =
                outcome.verdict() instanceof Verdict.Moved moved ? Optional.of(moved.to()) : Optional.empty();
        Remembered one =
                new Remembered(clock.instant(), outcome.rule(), outcome.status().get(), address, to);
        known.put(address, one);
        try {
            append(one.line());
        } catch (IOException e) {
            damage = Optional.of(name() + " cannot be written: " + e.getMessage());
        }
    }

    /** One write for a line: another process's line never stands in its middle. */
    private void append(String line) throws IOException {
        createFolder();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            String text = (channel.size() == 0 ? FIRST_LINE + "\n" : "") + line + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** The folder keeps itself out of git: what one machine could reach says nothing on another. */
    private void createFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(".gitignore"), "*\n");
        }
    }

    /** What is wrong with the memory, if anything; a clause in lower case. */
    public synchronized Optional<String> damage() {
        return damage;
    }
}
