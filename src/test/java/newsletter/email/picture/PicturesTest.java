package newsletter.email.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of a page, and what is said of those that cannot be shown. */
class PicturesTest {
    private static final Source ENTRY = new Source("content/news/a.md", "---\nimage: a.png\n---\n");

    @TempDir
    private Path workspace;

    private final Findings findings = new Findings();

    private static PictureRequest request(String source, int width) {
        return new PictureRequest(source, OptionalInt.of(width), false, ENTRY.at(11));
    }

    private Optional<ShownPicture> take(byte[] file, int width) throws IOException {
        Files.write(workspace.resolve("a.png"), file);
        return new Pictures(workspace, findings).take(request("a.png", width));
    }

    private List<String> said() {
        return findings.sorted().stream().map(PicturesTest::said).toList();
    }

    private static String said(Finding finding) {
        return finding.at() + " " + finding.code().id() + ": " + finding.message() + " | " + finding.hint();
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = PicturesTest.class.getResourceAsStream("/pictures/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    /** The picture that a file shows, by its path. */
    private Picture sent(byte[] file, int width) throws IOException {
        Files.write(workspace.resolve("a.png"), file);
        Pictures pictures = new Pictures(workspace, findings);
        pictures.take(request("a.png", width));
        return pictures.all().get(0);
    }

    @Test
    void saysHowMuchRoomAPictureTakes() throws IOException {
        Optional<ShownPicture> shown = take(Drawings.png(Drawings.corners(1000, 501)), 300);

        assertThat(shown.orElseThrow().width()).isEqualTo(300);
        assertThat(shown.orElseThrow().height()).isEqualTo(150);
        assertThat(shown.orElseThrow().path()).matches("images/a-[0-9a-f]{8}\\.png");
    }

    @Test
    void sendsTwiceAsManyPixelsAsAreShown() throws IOException {
        byte[] photo = Drawings.jpeg(Drawings.photo(1500, 400));

        assertThat(PictureFile.read(sent(photo, 256).bytes(), PictureFormat.JPEG)
                        .size())
                .isEqualTo(new Size(512, 137));
    }

    @ParameterizedTest
    @CsvSource({"1500, 536", "300, 300"})
    void showsAPictureOfNoWidthAsWideAsThePageAtMost(int wide, int shown) throws IOException {
        Files.write(workspace.resolve("a.png"), Drawings.png(Drawings.corners(wide, 40)));
        PictureRequest request = new PictureRequest("a.png", OptionalInt.empty(), false, ENTRY.start());

        assertThat(new Pictures(workspace, findings).take(request).orElseThrow().width())
                .isEqualTo(shown);
        assertThat(said()).isEmpty();
    }

    @Test
    void namesAFileByWhatItShows() throws IOException {
        byte[] photo = Drawings.jpeg(Drawings.photo(1200, 40));
        String name = sent(photo, 300).path();

        assertThat(sent(photo, 300).path()).isEqualTo(name);
        assertThat(sent(photo, 150).path()).isNotEqualTo(name);
        assertThat(sent(Drawings.turned(photo, 3), 300).path()).isNotEqualTo(name);
    }

    @Test
    void sendsOneFileForTwoWidthsThatBothTakeTheWholePicture() throws IOException {
        Files.write(workspace.resolve("a.png"), Drawings.png(Drawings.corners(200, 100)));
        Pictures pictures = new Pictures(workspace, findings);

        pictures.take(request("a.png", 200));
        pictures.take(request("a.png", 160));

        assertThat(pictures.all()).hasSize(1);
    }

    @Test
    void makesAPlainNameOfAnyFilesName() throws IOException {
        Files.write(workspace.resolve("Größe – 1.5 (neu).PNG"), Drawings.png(Drawings.corners(20, 10)));

        assertThat(new Pictures(workspace, findings)
                        .take(request("Größe – 1.5 (neu).PNG", 10))
                        .orElseThrow()
                        .path())
                .matches("images/gr-e-1-5-neu-[0-9a-f]{8}\\.png");
    }

    @Test
    void tellsAFormatByItsBytesAndNotByItsEnding() throws IOException {
        Picture picture = sent(Drawings.jpeg(Drawings.photo(60, 40)), 60);

        assertThat(picture.path()).endsWith(".jpg");
        assertThat(picture.mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void refusesABombBeforeItIsDecoded() throws IOException {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(30_000)
                .putInt(30_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] bomb = Drawings.joined(
                Drawings.bytes("\u0089PNG\r\n\u001A\n"),
                Drawings.chunk("IHDR", header),
                Drawings.chunk("IDAT", new byte[100]),
                Drawings.chunk("IEND", new byte[0]));

        assertThat(take(bomb, 536)).isEmpty();
        assertThat(said())
                .containsExactly(
                        "content/news/a.md:2:8 picture-too-large: the picture 'a.png' has 30000 × 30000 pixels,"
                                + " and 120 million are the most | save it smaller: about 1072 pixels wide is enough");
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingIt() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(workspace.resolve("a.png").toFile(), "rw")) {
            file.setLength(3L << 30);
        }

        assertThat(new Pictures(workspace, findings).take(request("a.png", 536)))
                .isEmpty();
        assertThat(said().get(0))
                .startsWith("content/news/a.md:2:8 picture-too-large: the picture 'a.png' is a file of 3072 MB,");
    }

    /** Every file that ends too early, at whatever byte, is a finding or a picture, and never anything else. */
    @Test
    void survivesAFileThatEndsAnywhere() throws IOException {
        byte[][] files = {
            Drawings.png(Drawings.corners(16, 8)),
            Drawings.turned(Drawings.jpeg(Drawings.corners(16, 8)), 6),
            sample("animated.gif"),
            sample("lossless.webp"),
            sample("lossy-alpha.webp")
        };
        for (byte[] file : files) {
            for (int end = 0; end < file.length; end++) {
                take(Drawings.part(file, 0, end), 10);
            }
        }

        assertThat(said())
                .allMatch(said -> said.matches("(?s)[^ ]+ (picture-broken|not-a-picture|picture-animated): .*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void saysThatAFileIsNotWhole(String format) throws IOException {
        BufferedImage photo = Drawings.photo(60, 40);
        byte[] file = format.equals("png") ? Drawings.png(photo) : Drawings.jpeg(photo);

        assertThat(take(Drawings.part(file, 0, file.length / 2), 60)).isEmpty();
        assertThat(said())
                .containsExactly("content/news/a.md:2:8 picture-broken: the picture 'a.png' ends too early: it is not a"
                        + " whole file | open it in a picture program, and save it anew as PNG or JPEG");
    }

    @Test
    void saysThatAFileIsDamaged() throws IOException {
        byte[] file = Drawings.png(Drawings.photo(60, 40));
        file[file.length / 2] ^= 1;

        assertThat(take(file, 60)).isEmpty();
        assertThat(said().get(0))
                .contains("picture-broken: the picture 'a.png' is damaged: some of its bytes are not what they were");
    }

    /** Bytes that change on their way, in many ways. */
    @Test
    void survivesDamageOfAnyKind() throws IOException {
        Random random = new Random(11);
        byte[][] files = {
            Drawings.jpeg(Drawings.corners(16, 8)), sample("cmyk.jpg"), sample("animated.gif"), sample("lossy.webp")
        };
        for (int i = 0; i < 400; i++) {
            byte[] file = files[i % files.length].clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            take(file, 10);
        }

        assertThat(findings.sorted()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\0\0\0\30ftypheic', HEIC",
        "'\0\0\0\30ftypmif1', HEIC",
        "'\0\0\0\30ftypavif', AVIF",
        "'II*\0', TIFF",
        "'MM\0*', TIFF",
        "'BM\1\1\1\1\0\0\0\0', BMP",
        "'8BPS', a Photoshop file",
        "'\u00FF\n\1', JPEG XL",
        "'\0\0\0\fjP  ', JPEG 2000",
        "'\0\0\1\0', an icon",
        "'%PDF-1.7', PDF",
        "'<?xml version=''1.0''?>\n<svg xmlns=''http://www.w3.org/2000/svg''/>', SVG"
    })
    void saysWhatToDoWithAFormatThatNoMailProgramShows(String bytes, String format) throws IOException {
        assertThat(take(Drawings.bytes(bytes), 100)).isEmpty();
        assertThat(said())
                .containsExactly("content/news/a.md:2:8 picture-format: the picture 'a.png' is " + format
                        + ", which mail programs do not show | save it anew as PNG or JPEG");
    }

    @Test
    void refusesAnAnimatedWebp() throws IOException {
        assertThat(take(sample("animated.webp"), 100)).isEmpty();
        assertThat(said().get(0))
                .contains("picture-format: the picture 'a.png' is an animated WebP")
                .contains("save it as GIF");
    }

    @ParameterizedTest
    @CsvSource({"'', an empty file", "hello, not a picture", "<html><svg2>, not a picture"})
    void saysThatAFileIsNoPicture(String text, String what) throws IOException {
        assertThat(take(Drawings.bytes(text), 100)).isEmpty();
        assertThat(said().get(0)).contains("not-a-picture: 'a.png' is " + what + " | save it anew as PNG or JPEG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.png", "no.png", "/etc/hostname", "."})
    void showsNothingThatIsNoFileOfTheWorkspace(String source) {
        assertThat(new Pictures(workspace, findings).take(request(source, 10))).isEmpty();
        assertThat(said().get(0)).contains("missing-picture: a template shows '" + source + "'");
    }

    @Test
    void warnsOfAPictureThatIsNarrowerThanItIsShown() throws IOException {
        take(Drawings.png(Drawings.corners(300, 200)), 536);

        assertThat(said())
                .containsExactly("content/news/a.md:2:8 picture-small: the picture 'a.png' is 300 pixels wide and shown"
                        + " 536 wide, so it looks blurred | take one that is 1072 pixels wide");
    }

    @Test
    void warnsOfHeavyPicturesEachAndTogether() throws IOException {
        Pictures pictures = new Pictures(workspace, findings);
        for (int i = 0; i < 4; i++) {
            Files.write(workspace.resolve(i + ".png"), Drawings.png(noise(400 + i)));
            pictures.take(request(i + ".png", 300));
        }
        pictures.reportWeight();

        assertThat(said())
                .filteredOn(said -> said.contains("picture-heavy"))
                .hasSize(4)
                .first()
                .asString()
                .matches(".*the picture '0.png' weighs \\d{3} KB as it is sent, and 200 are enough.*");
        assertThat(said())
                .filteredOn(said -> said.contains("pictures-heavy"))
                .singleElement()
                .asString()
                .matches(".*the pictures of the issue weigh \\d{4} KB together, and 1024 are enough .*'3.png' is the"
                        + " heaviest with \\d{3} KB");
    }

    /** What no format packs, with a hole so that it cannot be JPEG. */
    private static BufferedImage noise(int width) {
        BufferedImage image = new BufferedImage(width, 220, BufferedImage.TYPE_INT_ARGB);
        Random random = new Random(3);
        for (int y = 0; y < 220; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt() | 0xFF000000);
            }
        }
        image.setRGB(0, 0, 0);
        return image;
    }

    @Test
    void notesThatOutlookStandsStill() throws IOException {
        take(sample("animated.gif"), 40);

        assertThat(said().get(0)).contains("picture-animated: ").contains("Outlook for Windows shows its first image");
    }

    private List<Path> cached() throws IOException {
        Path folder = workspace.resolve(".newsletter/pictures");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void takesFromTheCacheWhatItHas() throws IOException {
        byte[] photo = Drawings.jpeg(Drawings.photo(300, 200));
        sent(photo, 100);
        byte[] other = Drawings.png(Drawings.flat(Color.RED, 7, 7, BufferedImage.TYPE_INT_RGB));
        CRC32 sum = new CRC32();
        sum.update(other);
        byte[] head = ByteBuffer.allocate(Long.BYTES).putLong(sum.getValue()).array();
        Files.write(cached().get(0), Drawings.joined(head, other));

        assertThat(sent(photo, 100).bytes()).isEqualTo(other);
    }

    @Test
    void keepsTheCacheOutOfGit() throws IOException {
        sent(Drawings.jpeg(Drawings.photo(300, 200)), 100);

        assertThat(workspace.resolve(".newsletter/.gitignore")).hasContent("*");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 32, 33, 500})
    void developsAgainWhatIsDamagedInTheCache(int length) throws IOException {
        byte[] photo = Drawings.jpeg(Drawings.photo(300, 200));
        byte[] right = sent(photo, 100).bytes();
        byte[] whole = Files.readAllBytes(cached().get(0));
        Files.write(cached().get(0), Drawings.part(whole, 0, length));

        assertThat(sent(photo, 100).bytes()).isEqualTo(right);
        assertThat(Files.readAllBytes(cached().get(0))).isEqualTo(whole);
    }

    @Test
    void doesWithoutACacheThatCannotBeWritten() throws IOException {
        Files.writeString(workspace.resolve(".newsletter"), "a file in the way");

        assertThat(sent(Drawings.jpeg(Drawings.photo(300, 200)), 100).bytes()).isNotEmpty();
        assertThat(said()).isEmpty();
    }

    @Test
    void forgetsWhatWasNotUsedForAMonth() throws IOException {
        byte[] photo = Drawings.jpeg(Drawings.photo(300, 200));
        sent(photo, 100);
        Path used = cached().get(0);
        sent(photo, 110);
        Path unused =
                cached().stream().filter(file -> !file.equals(used)).findFirst().orElseThrow();
        FileTime longAgo = FileTime.from(Instant.now().minus(31, ChronoUnit.DAYS));
        Files.setLastModifiedTime(used, longAgo);
        Files.setLastModifiedTime(unused, longAgo);

        sent(photo, 100);
        sent(photo, 120);

        assertThat(cached()).hasSize(2).contains(used).doesNotContain(unused);
    }

    /** As two builds at once. */
    @Test
    void sharesTheCacheWithOthers() throws IOException {
        Files.write(workspace.resolve("a.png"), Drawings.jpeg(Drawings.photo(300, 200)));

        List<String> sent = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> {
                    Pictures pictures = new Pictures(workspace, new Findings());
                    pictures.take(request("a.png", 100 + i % 2));
                    return Digest.hex("", pictures.all().get(0).bytes());
                })
                .distinct()
                .toList();

        assertThat(sent).hasSize(2);
        assertThat(cached()).hasSize(2);
    }

    @Test
    void leavesNoHalfWrittenFiles() throws IOException {
        sent(Drawings.jpeg(Drawings.photo(300, 200)), 100);

        assertThat(cached())
                .singleElement()
                .satisfies(file -> assertThat(file.getFileName().toString()).matches("[0-9a-f]{64}"));
    }
}
