package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import newsletter.browser.Chromium;
import newsletter.browser.Tab;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview in a real browser, as an editor works with it. Each test leaves the newsletter as it was. */
class PreviewPageTest {
    /** Far below what the preview waits for more files. */
    private static final Duration AT_ONCE = Duration.ofMillis(30);

    private static final String FRAME = "document.querySelector('iframe:not(.coming)')";
    private static final String PAGE = FRAME + ".contentDocument";
    private static final String SETTLED =
            "!document.querySelector('iframe.coming') && document.querySelector('iframe')";

    /** The page's elements, and the rules of its style sheets as the frame changed them. */
    private static final String ALL = PAGE + ".documentElement.outerHTML + [..." + PAGE
            + ".styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join(' ')";

    @TempDir
    private static Path temp;

    private static Tab tab;
    private static RunningPreview preview;
    private static Path entry;
    private static String written;

    @BeforeAll
    static void start() throws IOException {
        Example.copyTo(temp);
        preview = RunningPreview.of(temp, "--no-open");
        tab = Chromium.orSkip().tab();
        tab.allowClipboard(preview.url());
        entry = temp.resolve("content/news/korea-agreement.md");
        written = Files.readString(entry);
    }

    @AfterAll
    static void stop() {
        tab.close();
        preview.close();
    }

    @BeforeEach
    void open() {
        tab.forget();
        tab.look(1280, 800, false);
        tab.go(preview.url() + "?issue=2018-09");
        tab.value("localStorage.clear()");
        tab.go(preview.url());
        tab.await(SETTLED);
    }

    @AfterEach
    void complainsOfNothing() throws IOException {
        Files.writeString(entry, written);
        assertThat(tab.console()).isEmpty();
    }

    private static void write(String text) throws IOException {
        Files.writeString(entry, text);
    }

    private static String titled(String title) {
        return written.replaceFirst("title: .*", "title: " + title);
    }

    private static void awaitText(String text) {
        tab.await(PAGE + ".body.innerText.includes('" + text + "')");
    }

    private static void choose(String name, String value) {
        tab.value("document.querySelector('input[name=%s][value=\"%s\"]').click()".formatted(name, value));
        tab.await(SETTLED);
    }

    @Test
    void showsWhatIsSavedAndKeepsThePlace() throws IOException {
        tab.value(FRAME + ".contentWindow.scrollTo(0, 900)");

        write(titled("Something quite new"));

        awaitText("Something quite new");
        assertThat(tab.value(FRAME + ".contentWindow.scrollY")).isEqualTo("900");
    }

    @Test
    void changesInPlaceWhatAFreshPageWouldShow() throws IOException {
        Path publication = temp.resolve("newsletter.yaml");
        String settings = Files.readString(publication);
        Path styles = Files.createDirectories(temp.resolve("templates")).resolve("style.css");
        Path added = temp.resolve("content/news/added.md");
        try {
            changesInPlace(() -> write(titled("Another title")));
            changesInPlace(() -> write(written.replaceFirst("alt: .*", "alt: Two pins on a map")));
            changesInPlace(() -> Files.writeString(added, written.replace("for European", "added for European")));
            changesInPlace(() -> Files.delete(added));
            changesInPlace(() -> Files.writeString(
                    styles,
                    Files.readString(Path.of("templates/style.css"))
                            + "@media (prefers-color-scheme: light) { a:hover { color: #123456 } }"));
            changesInPlace(() -> Files.delete(styles));
            changesInPlace(() -> Files.writeString(publication, settings.replace("#004494", "#7a1f1f")));
        } finally {
            Files.writeString(publication, settings);
            Files.deleteIfExists(added);
            Files.deleteIfExists(styles);
            Files.delete(styles.getParent());
        }
    }

    private interface Edit {
        void make() throws IOException;
    }

    /** What is seen after an edit is what the frame shows when it loads the page again, and it was not loaded. */
    private static void changesInPlace(Edit edit) throws IOException {
        tab.value(PAGE + ".marked = true; " + FRAME + ".contentWindow.scrollTo(0, 900)");
        String version = tab.value("document.body.dataset.version");

        edit.make();

        tab.await("document.body.dataset.version !== '" + version + "'");
        tab.await("[..." + PAGE + ".images].every((image) => image.complete && image.naturalWidth > 0)");
        String changed = tab.value(ALL);
        assertThat(tab.value(PAGE + ".marked")).isEqualTo("true");
        assertThat(tab.value(FRAME + ".contentWindow.scrollY")).isEqualTo("900");
        loadAgain();
        assertThat(tab.value(PAGE + ".marked")).isEmpty();
        assertThat(changed).isEqualTo(tab.value(ALL));
    }

    /** As a choice of the scheme does that was chosen before. */
    private static void loadAgain() {
        tab.value(
                "document.querySelector('input[name=scheme]:checked').dispatchEvent(new Event('change', {bubbles: true}))");
        tab.await(SETTLED);
    }

    @Test
    void loadsThePageAgainWhereItWasTurnedDarkByForce() throws IOException {
        choose("scheme", "forced");
        String color = "getComputedStyle(" + PAGE + ".querySelector('a[href*=korea-administrative]')).color";
        String forced = tab.value(color);
        tab.value(PAGE + ".marked = true");

        write(titled("Seen in the dark"));

        awaitText("Seen in the dark");
        assertThat(tab.value(color)).isEqualTo(forced);
        assertThat(tab.value(PAGE + ".marked")).isEmpty();
    }

    @Test
    void noticesAnEditorThatSavesByRenaming() throws IOException {
        Path fresh = Files.writeString(entry.resolveSibling(".korea.tmp"), titled("Renamed into its place"));

        Files.move(fresh, entry, StandardCopyOption.REPLACE_EXISTING);

        awaitText("Renamed into its place");
    }

    @Test
    void noticesNewFilesInNewFoldersAndThatTheyGo() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("content/news/deep/down"));
        Path added = folder.resolve("added.md");
        Files.writeString(added, "---\ntitle: Out of a new folder\ndate: 2018-05-24\ntags: [headline]\n---\nA text.\n");
        awaitText("Out of a new folder");

        try (Stream<Path> all = Files.walk(temp.resolve("content/news/deep"))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }

        tab.await("!" + PAGE + ".body.innerText.includes('Out of a new folder')");
    }

    /** A machine with too much to do keeps the writer waiting in between; then the files are not at once, and are written again. */
    @Test
    void takesTwoHundredFilesForOneChange() throws IOException {
        tab.value("window.versions = new Set(); new MutationObserver(() => versions.add(document.body.dataset.version))"
                + ".observe(document.body, {attributes: true})");
        Duration longestPause = Duration.ofDays(1);
        for (int tries = 0; tries < 10 && longestPause.compareTo(AT_ONCE) > 0; tries++) {
            tab.value("versions.clear()");
            longestPause = writeTwoHundred(tries);
            awaitText("The last of many, " + tries);
        }

        assertThat(longestPause).isLessThan(AT_ONCE);
        assertThat(tab.value("versions.size")).isEqualTo("1");
    }

    /** Writes many files, the entry first and last, and tells the longest time between two of them. */
    private static Duration writeTwoHundred(int tries) throws IOException {
        write(titled("The first of many, " + tries));
        long before = System.nanoTime();
        long longest = 0;
        for (int number = 0; number < 200; number++) {
            Files.writeString(
                    temp.resolve("content/news/many-" + number + ".md"),
                    "---\ntitle: Number %d of %d\ndate: 2010-01-01\n---\n".formatted(number, tries));
            longest = Math.max(longest, System.nanoTime() - before);
            before = System.nanoTime();
        }
        write(titled("The last of many, " + tries));
        return Duration.ofNanos(Math.max(longest, System.nanoTime() - before));
    }

    @AfterEach
    void takeAwayTheMany() throws IOException {
        for (int number = 0; number < 200; number++) {
            Files.deleteIfExists(temp.resolve("content/news/many-" + number + ".md"));
        }
    }

    @Test
    void keepsTheLastGoodPageUnderTheErrorsUntilTheyAreMended() throws IOException {
        write(written.replaceFirst("date: .*", "date: 31/12/2018"));
        tab.await("document.body.classList.contains('broken')");

        assertThat(tab.value("document.getElementById('trouble').innerText"))
                .contains(
                        "The page below is the last good one.",
                        "content/news/korea-agreement.md:",
                        "'date' is not a date");
        assertThat(tab.value("document.title")).startsWith("1 error");
        tab.await("getComputedStyle(document.getElementById('sheet')).filter === 'grayscale(1)'");
        assertThat(tab.value(PAGE + ".body.innerText")).contains("A new agreement");

        write(titled("Mended again"));

        awaitText("Mended again");
        tab.await("!document.body.classList.contains('broken') && document.getElementById('trouble').hidden");
    }

    @Test
    void outlivesWhateverHappensToTheFiles() throws IOException {
        Path settings = temp.resolve("newsletter.yaml");
        String publication = Files.readString(settings);
        for (String text : List.of("---\ntitle: [", "", "---\n", "\u0000\u0001", "title: x", "---\ntitle: \"\n---\n")) {
            write(text);
            tab.await("document.querySelectorAll('.finding').length > 0");
        }
        Files.delete(settings);
        tab.await("document.getElementById('list').innerText.includes('newsletter.yaml')");
        Files.writeString(settings, publication);
        Path templates = Files.createDirectories(temp.resolve("templates"));
        Path loop = Files.writeString(templates.resolve("story.ftlh"), "<#include \"story.ftlh\">");
        tab.await("document.getElementById('list').innerText.includes('story.ftlh')");
        Files.delete(loop);
        Files.delete(templates);

        write(titled("Still alive"));

        awaitText("Still alive");
    }

    @Test
    void leadsFromAFindingToThePlaceOnThePageAndInTheFile() throws IOException {
        write(written + "\nRead it [here](https://example.org/).\n");
        tab.await("document.querySelectorAll('.finding').length === 1");
        assertThat(tab.value("document.title")).startsWith("1 error – ");

        tab.await("[..." + PAGE + ".links].some((link) => link.textContent === 'here')");

        tab.value(FRAME + ".contentWindow.Element.prototype.animate = function () { window.revealed = this; }; 0");
        tab.value("document.querySelector('.finding').click()");
        assertThat(tab.value("revealed.textContent")).isEqualTo("here");
        tab.await("document.getElementById('toast').innerText.startsWith('copied')");

        String place = "content/news/korea-agreement.md:" + (written.lines().count() + 2);
        assertThat(tab.value("navigator.clipboard.readText()")).isEqualTo(place);
        assertThat(tab.value("(() => { const link = [..." + PAGE + ".links].find((a) => a.textContent === 'here');"
                        + " const box = link.getBoundingClientRect();"
                        + " return box.top > 0 && box.bottom < link.ownerDocument.defaultView.innerHeight; })()"))
                .isEqualTo("true");
    }

    @Test
    void namesTheFileOfAnEntryUnderTheMouse() throws IOException {
        tab.value(PAGE + ".querySelector('a[href*=korea-administrative]').scrollIntoView()");
        String[] point = tab.value("(() => { const frame = " + FRAME + ".getBoundingClientRect(); const box = " + PAGE
                        + ".querySelector('a[href*=korea-administrative]').getBoundingClientRect();"
                        + " return `${frame.x + box.x + 20} ${frame.y + box.y + 8}`; })()")
                .split(" ", -1);

        tab.mouse(Double.parseDouble(point[0]), Double.parseDouble(point[1]), false);

        tab.await("document.getElementById('place').textContent === 'content/news/korea-agreement.md:1'");
        String outlined = "[..." + PAGE + ".querySelectorAll('[style*=dotted]')].map((one) => one.innerText).join()";
        assertThat(tab.value(outlined)).contains("A new agreement");
        write(titled("Still under the mouse"));
        awaitText("Still under the mouse");
        assertThat(tab.value(outlined)).contains("Still under the mouse");
        tab.mouse(5, 5, false);
        tab.await(outlined + " === ''");
    }

    @Test
    void setsTheWidth() {
        for (String width : List.of("320", "375", "600")) {
            choose("width", width);
            assertThat(tab.value(FRAME + ".contentWindow.innerWidth")).isEqualTo(width);
        }
    }

    @Test
    void turnsThePageDarkAsReadersAskForItAndAsProgramsForceIt() {
        String text = "getComputedStyle(" + PAGE + ".querySelector('a[href*=korea-administrative]')).color";
        String light = tab.value(text);
        choose("scheme", "dark");
        String dark = tab.value(text);
        choose("scheme", "forced");
        String forced = tab.value(text);
        choose("scheme", "light");

        assertThat(List.of(light, dark, forced)).doesNotHaveDuplicates();
        assertThat(tab.value(text)).isEqualTo(light);
    }

    @Test
    void takesPicturesAndStylesAway() {
        tab.value("document.querySelector('input[name=pictures]').click()");
        tab.await(SETTLED);
        assertThat(tab.value(
                        "[..." + PAGE + ".images].every((image) => image.naturalWidth === 0 && image.alt !== null)"))
                .isEqualTo("true");
        tab.value("document.querySelector('input[name=styles]').click()");
        tab.await(SETTLED);
        assertThat(tab.value(PAGE + ".querySelectorAll('style, [style*=font]').length"))
                .isEqualTo("0");
    }

    @Test
    void showsTextSourceHeaderInboxAndOutlook() {
        choose("view", "text");
        tab.await(
                "document.getElementById('text').innerText.includes('LATEST NEWS') || document.getElementById('text').innerText.includes('Latest news')");
        choose("view", "source");
        tab.await(
                "document.getElementById('source').textContent.startsWith('<!') && document.getElementById('weight').innerText.includes('Gmail shows 104,448')");
        choose("view", "header");
        tab.await("document.getElementById('fields').innerText.includes('List-Unsubscribe')");
        choose("view", "inbox");
        tab.await(
                "document.querySelector('.phone .subject').innerText.includes('Korea') && document.getElementById('lengths').innerText.includes('characters')");
        choose("view", "outlook");
        tab.await(PAGE + ".querySelectorAll('table').length > 5 && !" + PAGE
                + ".documentElement.outerHTML.includes('[if mso')");
    }

    @Test
    void countsElementsAsTheBrowserDoes() {
        String[] browser = tab.value("[..." + PAGE + ".querySelectorAll('*')].map((e) => e.localName).join(' ')")
                .split(" ", -1);
        Document page = Jsoup.parse(tab.value("fetch('/2018-09/index.html').then((answer) => answer.text())"));

        assertThat(browser)
                .containsExactly(page.getAllElements().stream()
                        .skip(1)
                        .map(Element::normalName)
                        .toArray(String[]::new));
    }

    @Test
    void showsTheIssueThatIsChosen() {
        tab.value("(() => { const list = document.getElementById('issue'); list.value = '2018-03';"
                + " list.dispatchEvent(new Event('change')); })()");

        awaitText("March 2018");

        assertThat(tab.value("location.search")).isEqualTo("?issue=2018-03");
    }

    @Test
    void isWorkedWithTheKeyboardAlone() {
        tab.press("2");
        tab.press("d");
        tab.await(SETTLED);
        assertThat(tab.value(FRAME + ".contentWindow.innerWidth")).isEqualTo("375");
        assertThat(tab.value("document.body.dataset.scheme")).isEqualTo("dark");
        tab.press("e");
        assertThat(tab.value("document.getElementById('findings').hidden")).isEqualTo("true");

        StringBuilder reached = new StringBuilder();
        for (int step = 0; step < 14; step++) {
            tab.press("Tab");
            reached.append(
                            tab.value(
                                    "document.activeElement.name || document.activeElement.id || document.activeElement.tagName"))
                    .append(' ');
        }

        assertThat(reached.toString())
                .contains("issue", "view", "width", "scheme", "pictures", "styles", "toggle", "IFRAME");
    }

    @Test
    void runsNoScriptOfThePage() throws IOException {
        Path templates = Files.createDirectories(temp.resolve("templates"));
        Path story = templates.resolve("story.ftlh");
        String entry = "<div id=\"${entry.anchor}\">%s<p%s>paragraph</p><img%s alt=\"\"></div>";
        Files.writeString(story, entry.formatted("harmless", "", ""));
        awaitText("harmless");
        Files.writeString(
                story,
                entry.formatted(
                        "attacked<script>parent.attacked = 1</script>"
                                + "<a href=\"javascript:parent.attacked=3\" id=\"bait\">bait</a>",
                        " onclick=\"parent.attacked = 2\"",
                        " src=\"https://127.0.0.1:1/none.png\" onerror=\"parent.attacked = 4\""));
        awaitText("attacked");
        String changed = attack();
        loadAgain();
        String loaded = attack();
        Files.delete(story);
        Files.delete(templates);
        awaitText("A new agreement");

        assertThat(List.of(changed, loaded)).containsOnly("undefined");
        tab.forget(); // It complains of every script that it did not run.
    }

    /** Clicks wherever somebody could; what a script of the page has done then. */
    private static String attack() {
        tab.value("[..." + PAGE + ".querySelectorAll('a, p')].forEach((element) => element.click())");
        tab.await("[..." + PAGE + ".images].every((image) => image.complete)");
        return tab.value("String(window.attacked)");
    }

    @Test
    void isAccessible() throws IOException {
        write(written + "\nRead it [here](https://example.org/).\n");
        tab.await("document.querySelectorAll('.finding').length === 1");
        try (InputStream in = Objects.requireNonNull(PreviewPageTest.class.getResourceAsStream("/axe.min.js"))) {
            tab.value(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        for (boolean dark : new boolean[] {false, true}) {
            tab.look(1280, 800, dark);
            for (String view : List.of("text", "source", "header", "inbox", "page")) {
                choose("view", view);
                assertThat(violations()).as(view + " " + dark).isEqualTo("[]");
            }
            tab.look(390, 780, dark);
            assertThat(violations()).as("phone " + dark).isEqualTo("[]");
        }
        write(written.replaceFirst("date: .*", "date: 31/12/2018"));
        tab.await("document.body.classList.contains('broken')");
        assertThat(violations()).as("broken").isEqualTo("[]");
    }

    /** The page in the frame has tests of its own. */
    private static String violations() {
        return tab.value(
                "axe.run({exclude: ['iframe']}, {resultTypes: ['violations']}).then((result) =>"
                        + " result.violations.flatMap((violation) => violation.nodes.map((node) => violation.id + ' ' + node.html)))");
    }
}
