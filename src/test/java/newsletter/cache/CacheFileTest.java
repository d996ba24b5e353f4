package newsletter.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFileTest {
    @TempDir
    private Path temp;

    private Path folder() {
        return temp.resolve("caches/newsletter");
    }

    private CacheFile open() {
        return CacheFile.open(folder().resolve("the tool"), "a workspace");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> find(CacheFile cache, String key) {
        return cache.find(bytes(key)).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /** One run, which asks for keys and makes what it does not find. */
    private void run(String... keys) {
        try (CacheFile cache = open()) {
            for (String key : keys) {
                if (find(cache, key).isEmpty()) {
                    cache.keep(bytes(key), bytes("of " + key));
                }
            }
            cache.save();
        }
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.reduce((one, other) -> Path.of("two files")).orElseThrow();
        }
    }

    @Test
    void findsWhatAnEarlierRunKept() {
        run("one", "two", "");

        try (CacheFile cache = open()) {
            assertThat(find(cache, "one")).hasValue("of one");
            assertThat(find(cache, "two")).hasValue("of two");
            assertThat(find(cache, "")).hasValue("of ");
            assertThat(find(cache, "three")).isEmpty();
        }
    }

    @Test
    void dropsWhatNobodyAskedForWhenThereIsSomethingNew() throws IOException {
        run("one", "two", "three");
        run("one");
        assertThat(find(open(), "two")).as("nothing new").isPresent();

        run("one", "four");

        assertThat(find(open(), "one")).hasValue("of one");
        assertThat(find(open(), "four")).hasValue("of four");
        assertThat(find(open(), "two")).isEmpty();
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).doesNotContain("of two");
    }

    @Test
    void leavesTheFileWhereNothingIsNew() throws IOException {
        run("one");
        FileTime time = FileTime.fromMillis(1);
        Files.setLastModifiedTime(file(), time);

        run("one");

        assertThat(Files.getLastModifiedTime(file())).isEqualTo(time);
    }

    @Test
    void anotherOwnerOrSubjectFindsNothing() {
        run("one");

        assertThat(find(CacheFile.open(folder().resolve("another tool"), "a workspace"), "one"))
                .isEmpty();
        assertThat(find(CacheFile.open(folder().resolve("the tool"), "another workspace"), "one"))
                .isEmpty();
    }

    @Test
    void whatIsNotSavedIsNotKept() throws IOException {
        run("one");
        try (CacheFile cache = open()) {
            cache.keep(bytes("two"), bytes("of two"));
        }

        assertThat(find(open(), "two")).isEmpty();
        assertThat(find(open(), "one")).isPresent();
        assertThat(file()).exists();
    }

    @Test
    void findsAndKeepsNothingOnceItIsSaved() {
        run("one");
        CacheFile cache = open();
        cache.save();

        cache.keep(bytes("two"), bytes("of two"));
        cache.save();

        assertThat(find(cache, "one")).isEmpty();
        assertThat(find(open(), "two")).isEmpty();
    }

    /** Two keys with the same length and the same CRC-32. */
    @Test
    void tellsKeysApartThatHaveTheSameFingerprint() {
        String one = "plumless";
        String other = "buckeroo";
        assertThat(Fingerprint.of(bytes(one))).isEqualTo(Fingerprint.of(bytes(other)));

        run(one);

        assertThat(find(open(), one)).isPresent();
        assertThat(find(open(), other)).isEmpty();
    }

    @Test
    void aDamagedFileNeverGivesAnotherValue() throws IOException {
        String[] keys = {"one", "two"};
        run(keys);
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            for (byte change : new byte[] {1, (byte) 0x80}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= change;
                Files.write(file(), damaged);
                assertThat(values(keys)).as("byte " + at).isSubsetOf("of one", "of two");
            }
            Files.write(file(), Arrays.copyOf(whole, at));
            assertThat(values(keys)).as("the first " + at).isEmpty();
        }
        run(keys);
        assertThat(values(keys)).hasSize(2);
    }

    private List<String> values(String... keys) {
        try (CacheFile cache = open()) {
            return Arrays.stream(keys).flatMap(key -> find(cache, key).stream()).toList();
        }
    }

    @Test
    void damagedValuesAreNotCopied() throws IOException {
        run("one", "two");
        byte[] damaged = Files.readAllBytes(file());
        damaged[0] ^= 1;
        Files.write(file(), damaged);

        run("one", "two");

        assertThat(values("one", "two")).containsExactly("of one", "of two");
    }

    @Test
    void whatCannotBeWrittenIsNotKept() throws IOException {
        Files.writeString(temp.resolve("caches"), "no folder");

        run("one");

        assertThat(values("one")).isEmpty();
        assertThat(temp.resolve("caches")).hasContent("no folder");
    }

    @Test
    void manyThreadsMayAskAndKeep() {
        String[] keys = IntStream.range(0, 2000).mapToObj(i -> "key " + i).toArray(String[]::new);
        run(Arrays.copyOf(keys, 1000));
        try (CacheFile cache = open()) {
            Arrays.stream(keys).parallel().forEach(key -> {
                Optional<String> value = find(cache, key);
                assertThat(value.orElse("of " + key)).isEqualTo("of " + key);
                if (value.isEmpty()) {
                    cache.keep(bytes(key), bytes("of " + key));
                }
            });
            cache.save();
        }

        assertThat(values(keys)).hasSize(keys.length);
    }

    @Test
    void isNobodyElsesToRead() throws IOException {
        run("one");

        if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void subjectsThatAreGoneAndRunsThatWereKilledLeaveNothingForLong() throws IOException {
        Files.createDirectories(folder());
        Path old = Files.writeString(folder().resolve("parsed-0000000000000000"), "old");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(91))));
        Path other = Files.writeString(folder().resolve("1-1.aot"), "another's");
        Files.setLastModifiedTime(other, FileTime.fromMillis(1));
        Path recent = Files.writeString(folder().resolve("parsed-1111111111111111"), "recent");

        Path killed = Files.writeString(folder().resolve("parsed-1111111111111111.new-7"), "killed");
        Files.setLastModifiedTime(killed, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path atWork = Files.writeString(folder().resolve("parsed-1111111111111111.new-8"), "at work");

        run("one");

        assertThat(old).doesNotExist();
        assertThat(killed).doesNotExist();
        assertThat(atWork).exists();
        assertThat(other).exists();
        assertThat(recent).exists();
    }

    @Test
    void noneFindsAndKeepsNothing() {
        CacheFile none = CacheFile.none();
        none.keep(bytes("one"), bytes("of one"));
        none.save();

        assertThat(find(none, "one")).isEmpty();
    }
}
