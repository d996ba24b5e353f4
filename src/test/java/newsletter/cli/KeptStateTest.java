package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import newsletter.content.Workspace;
import newsletter.finding.Finding;
import newsletter.preview.Proof;
import newsletter.preview.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Neither what a preview keeps from one save to the next nor what a run leaves in a file for the next changes anything: after every
 * edit, of which the preview hears which file it was, files and findings are those of a process that begins anew. The whole proof is
 * {@code -Dnewsletter.edits=500}.
 */
class KeptStateTest {
    private static final int EDITS = Integer.getInteger("newsletter.edits", 25);
    private static final long SEED = Long.getLong("newsletter.seed", 7);
    private static final InstantSource CLOCK = InstantSource.fixed(BuildRun.NOW);
    private static final String GOOD = "a page";
    private static final List<Optional<String>> ISSUES =
            List.of(Optional.empty(), Optional.of("2018-09"), Optional.of("2018-03"));

    @TempDir
    private Path folder;

    @TempDir
    private Path caches;

    private final Random random = new Random(SEED);
    private final Map<String, byte[]> originals = new TreeMap<>();
    private final List<String> spoiled = new ArrayList<>();
    private final Set<Path> edited = new HashSet<>();

    @Test
    void everyEditShowsWhatACleanBuildShows() throws IOException {
        Example.copyTo(folder);
        remember(folder, folder);
        remember(Path.of("templates"), Path.of(""));
        ProofMaker kept = maker(Map.of());
        Map<String, String> launched =
                Map.of("NEWSLETTER_CACHES", caches.resolve("1-1").toString());
        int good = 0;
        for (int edit = 0; edit < EDITS; edit++) {
            edited.clear();
            String about = "edit %d of seed %d: %s".formatted(edit, SEED, edit());
            Optional<String> issue = ISSUES.get(random.nextInt(ISSUES.size()));
            List<String> shown = shown(kept, issue, Optional.of(edited));
            assertThat(kept.isCurrent()).as(about).isTrue();
            good += shown.contains(GOOD) ? 1 : 0;
            assertThat(shown).as(about).isEqualTo(shown(maker(Map.of()), issue, Optional.empty()));
            assertThat(shown(maker(launched), issue, Optional.empty()))
                    .as("in a next run, " + about)
                    .isEqualTo(shown);
        }
        assertThat(good).isGreaterThan(EDITS / 5);
    }

    private ProofMaker maker(Map<String, String> environment) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new ProofMaker(new Workspace(folder), new Surroundings(folder, environment, nowhere, nowhere, CLOCK));
    }

    private void remember(Path top, Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(top)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                originals.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    /** Does something to a file, or makes good what was done to one. */
    private String edit() throws IOException {
        if (!spoiled.isEmpty() && (spoiled.size() > 2 || random.nextInt(3) == 0)) {
            String path = spoiled.remove(random.nextInt(spoiled.size()));
            edited.add(folder.resolve(path));
            write(path, original(path));
            return path + " as it was";
        }
        String path = List.copyOf(originals.keySet()).get(random.nextInt(originals.size()));
        edited.add(folder.resolve(path));
        byte[] original = original(path);
        int way = random.nextInt(7);
        switch (way) {
            case 0 -> Files.deleteIfExists(folder.resolve(path));
            case 1 -> write(path, Arrays.copyOf(original, random.nextInt(original.length)));
            case 2 -> write(path, text(original).replaceFirst("(?m)^(.*)$", "\n$1"));
            case 3 -> write(path, text(original).replaceFirst("([a-z]{4}) ", "$1 changed "));
            case 4 -> write(path, text(original).replaceFirst("(\\d)", "1$1"));
            case 5 -> write(path, original(sameKind(path)));
            default -> write(path, text(original) + "\n# more: [\n");
        }
        spoiled.add(path);
        return path + " in the way " + way;
    }

    private byte[] original(String path) {
        return Objects.requireNonNull(originals.get(path));
    }

    private String sameKind(String path) {
        String ending = path.substring(path.lastIndexOf('.'));
        List<String> like = originals.keySet().stream()
                .filter(other -> other.endsWith(ending))
                .toList();
        return like.get(random.nextInt(like.size()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** All that a browser may be told of, and the lines that reports show. */
    private static List<String> shown(ProofMaker maker, Optional<String> issue, Optional<Set<Path>> changed) {
        List<String> shown = new ArrayList<>();
        Proof proof = maker.make(issue, changed, sheet -> add(sheet, shown));
        shown.add(proof.issue() + " " + proof.editions());
        proof.findings().forEach(finding -> shown.add(line(finding)));
        proof.obstacles().stream().map(KeptStateTest::line).sorted().forEach(shown::add);
        return shown;
    }

    private static String line(Finding finding) {
        return finding + " in '" + finding.at().source().line(finding.at().line()) + "'";
    }

    private static void add(Sheet sheet, List<String> shown) {
        shown.add(GOOD);
        shown.add(sheet.outlook().get());
        sheet.files().get().forEach((path, bytes) -> shown.add(path + "\n" + text(bytes)));
        // Where each tag was written, by which a click leads to its line.
        shown.add(sheet.email().origins().tags().toString());
    }
}
