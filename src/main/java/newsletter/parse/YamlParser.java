package newsletter.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML text to {@link Yaml} values. Only composes the nodes and reads each scalar's text itself, since YAML 1.1 would make
 * {@code no} false, {@code 12:30} a number and {@code 0755} an octal one. What composing does not check (duplicate keys,
 * merge keys, aliases without end) is checked here.
 */
public final class YamlParser {
    private static final Pattern ALIAS = Pattern.compile("\\*([^\\s,\\[\\]{}]+)");
    private static final int DEEPEST = 50;
    /** How many keys and list items one file may hold. */
    private static final int MOST_VALUES = 20_000;
    /** How many values aliases may repeat in one file; more is a mistake or an attack ("billion laughs"). */
    private static final int MOST_REPEATED = 1_000;

    private final Source source;
    private final Findings findings;
    private final ScalarReader scalars;
    /** The names of all aliases, and of what looks like one. */
    private final Set<String> aliases;

    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;
    private int repeated;

    private YamlParser(Source source, String text, Findings findings) {
        this.source = source;
        this.findings = findings;
        this.scalars = new ScalarReader(source, findings);
        this.aliases =
                ALIAS.matcher(text).results().map(alias -> alias.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    /** The value of a whole source; empty when it holds none, or with findings when it cannot be read. */
    public static Optional<Yaml> parse(Source source, Findings findings) {
        return parse(source, source.text(), findings);
    }

    /**
     * The value of the beginning of a source.
     *
     * @param text what the source begins with
     */
    public static Optional<Yaml> parse(Source source, String text, Findings findings) {
        return new YamlParser(source, text, findings).compose(text);
    }

    private Optional<Yaml> compose(String text) {
        try {
            Node root = composer(text).getSingleNode();
            return root == null ? Optional.empty() : convert(root).filter(value -> isWhole());
        } catch (MarkedYAMLException e) {
            new YamlProblem(e, source, findings).report();
        } catch (YAMLException e) {
            String message = "the values are nested more than " + DEEPEST + " levels deep";
            findings.add(
                    Code.YAML_SYNTAX, source.start(), message, "write it flatter; a bracket may have been left open");
        }
        return Optional.empty();
    }

    /** Whether all values were read. */
    private boolean isWhole() {
        if (values > MOST_VALUES) {
            String message = "the file holds more than " + MOST_VALUES + " keys and list items";
            findings.add(Code.TOO_COMPLEX, source.start(), message, "split it");
        }
        return values <= MOST_VALUES;
    }

    /** As SnakeYAML's {@code Yaml} makes one, which would also set up what makes objects, writes YAML, and logs. */
    private static Composer composer(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(SourceDecoder.LARGEST);
        return new Composer(new ParserImpl(new StreamReader(text), options), new Untyped(), options);
    }

    /** Takes every plain word for text: what it means is not asked of YAML. */
    private static final class Untyped extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None.
        }
    }

    private Optional<Yaml> convert(Node node) {
        Location at = place(node.getStartMark());
        if (!isPlainTag(node.getTag())) {
            YamlProblem.reportTag(at, findings);
        }
        if (values > MOST_VALUES || (!seen.add(node) && !mayRepeat(at))) {
            return Optional.empty();
        }
        reportLostAnchor(node, at);
        if (!open.add(node)) {
            findings.add(Code.YAML_ALIAS, at, "an alias contains itself", "write the value out");
            return Optional.empty();
        }
        try {
            return Optional.of(value(node, at));
        } finally {
            open.remove(node);
        }
    }

    /** An anchor that nothing refers to is the beginning of a text, which would be lost. */
    private void reportLostAnchor(Node node, Location at) {
        if (node.getAnchor() != null && !aliases.contains(node.getAnchor())) {
            String message = "text that begins with '&' is taken for an anchor";
            findings.add(Code.YAML_ALIAS, at, message, "put the text in quotes");
        }
    }

    private boolean mayRepeat(Location at) {
        if (++repeated == MOST_REPEATED) {
            String message = "aliases repeat more than " + MOST_REPEATED + " values";
            findings.add(Code.YAML_ALIAS, at, message, "write the values out, or repeat less");
        }
        return repeated < MOST_REPEATED;
    }

    private Yaml value(Node node, Location at) {
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, at);
        }
        if (node instanceof SequenceNode sequence) {
            List<Yaml> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                values++;
                convert(item).ifPresent(items::add);
            }
            return new Yaml.Sequence(items, at);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new Yaml.Scalar(scalars.read(scalar, at), !scalar.isPlain());
    }

    private Yaml.Mapping mapping(MappingNode node, Location at) {
        Map<String, Yaml.Member> members = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            key(tuple.getKeyNode()).ifPresent(key -> add(members, key, tuple));
        }
        return new Yaml.Mapping(members, at);
    }

    private Optional<String> key(Node node) {
        Location at = place(node.getStartMark());
        if (!(node instanceof ScalarNode scalar)) {
            findings.add(Code.WRONG_KIND, at, "a key must be a single word", "a key looks like 'title: …'");
            return Optional.empty();
        }
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            String message = "merge keys ('<<') are not supported";
            findings.add(Code.YAML_ALIAS, at, message, "write the keys out");
            return Optional.empty();
        }
        return Optional.of(scalars.clean(scalar.getValue(), at));
    }

    private void add(Map<String, Yaml.Member> members, String key, NodeTuple tuple) {
        if (++values > MOST_VALUES) {
            return;
        }
        Location at = place(tuple.getKeyNode().getStartMark());
        Yaml.Member earlier = members.get(key);
        if (earlier != null) {
            String message = "'" + key + "' is given twice, first in line "
                    + earlier.keyAt().line();
            findings.add(Code.DUPLICATE_KEY, at, message, "keep one of the two");
            return;
        }
        convert(tuple.getValueNode()).ifPresent(value -> members.put(key, new Yaml.Member(at, value)));
    }

    private Location place(Mark mark) {
        return new Location(source, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static boolean isPlainTag(Tag tag) {
        return List.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP)
                .contains(tag);
    }
}
