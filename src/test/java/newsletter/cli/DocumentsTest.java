package newsletter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.parse.SourceDecoder;
import newsletter.parse.Yaml;
import newsletter.parse.YamlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents for editors say what the tool does. */
class DocumentsTest {
    private static final Path CONTENT = Path.of("docs/content.md");
    private static final Pattern CODE = Pattern.compile("(?m)^### `([a-z0-9-]+)` · (\\w+)$");
    private static final Pattern ROW = Pattern.compile("^\\| `([\\w-]+)` \\| ([^|]*) \\|.*");

    @TempDir
    private Path temp;

    @Test
    void everyCodeIsExplainedWithItsSeverityInTheOrderOfTheCodes() throws IOException {
        List<String> explained = new ArrayList<>();
        Matcher heading = CODE.matcher(Files.readString(Path.of("docs/findings.md")));
        while (heading.find()) {
            explained.add(heading.group(1) + " " + heading.group(2));
        }

        assertThat(explained)
                .containsExactlyElementsOf(Arrays.stream(Code.values())
                        .map(code -> code.id() + " " + code.severity().word())
                        .toList());
    }

    @Test
    void everyTypeIsDescribedWithItsFolderItsLayoutAndItsFields() throws IOException {
        Yaml.Mapping types = group(builtIn(), "types");

        assertThat(rows("### Every type")).isEqualTo(declared(group(builtIn(), "common")));
        for (String type : types.members().keySet()) {
            Yaml.Mapping declaration = group(types, type);
            assertThat(rows("### `" + type + "`")).as(type).isEqualTo(declared(group(declaration, "fields")));
            assertThat(part("### `" + type + "`"))
                    .startsWith("\nFolder `" + text(declaration, "folder") + "`, layout `" + text(declaration, "layout")
                            + "`.");
        }
    }

    /** The tool itself says which keys it knows, when it meets one that it does not. */
    @ParameterizedTest
    @CsvSource({
        "newsletter.yaml has no key, ## newsletter.yaml",
        "an entry type has no key, ### Types of your own",
        "an issue has no key, ## An issue",
        "a section has no key, ### Sections",
        "a rule has no key, 'A rule picks entries'",
        "the list 'members' has no key, ### Lists",
        "'utm' has no key, ### Web statistics"
    })
    void everyKeyIsDescribed(String finding, String heading) throws IOException {
        write("newsletter.yaml", """
                name: T
                qqqq: 1
                types: {job: {qqqq: 1}}
                lists: {members: {qqqq: 1}}
                links: {utm: {qqqq: 1}}
                """);
        write("issues/2018-09.yaml", """
                title: T
                date: 2018-09-03
                qqqq: 1
                sections: [{heading: H, qqqq: 1, select: {type: news, qqqq: 1}}]
                """);

        String said = Run.in(temp, "build").err();

        Matcher keys = Pattern.compile(Pattern.quote(finding) + " 'qqqq'\n(?:.*\n)*?  hint: its keys are: (.*)")
                .matcher(said);
        assertThat(keys.find()).as(said).isTrue();
        assertThat(new TreeSet<>(rows(heading).keySet()))
                .isEqualTo(new TreeSet<>(List.of(keys.group(1).split(", "))));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(temp.resolve(name).getParent());
        Files.writeString(temp.resolve(name), text);
    }

    /** The first table below a heading, or below a line that begins so: the second column by the first. */
    private static Map<String, String> rows(String heading) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        List<String> table = part(heading)
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        for (String line : table) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), row.group(2));
            }
        }
        return rows;
    }

    private static String part(String heading) throws IOException {
        String text = Files.readString(CONTENT);
        int begin = text.indexOf("\n" + heading);
        assertThat(begin).as(heading).isPositive();
        return text.substring(text.indexOf('\n', begin + 1) + 1);
    }

    private static Map<String, String> declared(Yaml.Mapping fields) {
        return fields.members().keySet().stream()
                .collect(Collectors.toMap(
                        field -> field,
                        field -> text(fields, field).replace("!", ", required"),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static String text(Yaml.Mapping group, String key) {
        return ((Yaml.Scalar) Objects.requireNonNull(group.members().get(key)).value()).text();
    }

    private static Yaml.Mapping group(Yaml.Mapping group, String key) {
        return (Yaml.Mapping) Objects.requireNonNull(group.members().get(key)).value();
    }

    private static Yaml.Mapping builtIn() throws IOException {
        try (InputStream in = Main.class.getResourceAsStream("/newsletter/types.yaml")) {
            Findings findings = new Findings();
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            Source source = SourceDecoder.decode("types.yaml", bytes, findings).orElseThrow();
            return (Yaml.Mapping) YamlParser.parse(source, findings).orElseThrow();
        }
    }
}
