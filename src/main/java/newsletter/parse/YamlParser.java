package newsletter.parse;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML text to {@link Yaml} values. Only composes the nodes and reads each scalar's text itself, since YAML 1.1 would make
 * {@code no} false, {@code 12:30} a number and {@code 0755} an octal one. What composing does not check (duplicate keys,
 * merge keys, aliases without end) is checked here.
 */
public final class YamlParser {
    private static final int DEEPEST = 50;
    /** What looks like text and not like a comment: nothing stands between the number sign and it. */
    static final Pattern LOST_TEXT = Pattern.compile("\\s+(#[\\p{L}\\p{N}].*?)\\s*$");
    /** How many values aliases may repeat in one file; more is a mistake or an attack ("billion laughs"). */
    private static final int MOST_REPEATED = 1_000;

    private final Source source;
    private final Findings findings;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int repeated;

    private YamlParser(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
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
        return new YamlParser(source, findings).compose(text);
    }

    private Optional<Yaml> compose(String text) {
        try {
            Node root = new org.yaml.snakeyaml.Yaml(options()).compose(new StringReader(text));
            return root == null ? Optional.empty() : convert(root);
        } catch (MarkedYAMLException e) {
            new YamlProblem(e, source, findings).report();
        } catch (YAMLException e) {
            String message = "the values are nested more than " + DEEPEST + " levels deep";
            findings.add(
                    Code.YAML_SYNTAX, source.start(), message, "write it flatter; a bracket may have been left open");
        }
        return Optional.empty();
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(SourceDecoder.LARGEST);
        return options;
    }

    private Optional<Yaml> convert(Node node) {
        Location at = place(node.getStartMark());
        if (!isPlainTag(node.getTag())) {
            YamlProblem.reportTag(at, findings);
        }
        if (!seen.add(node) && !mayRepeat(at)) {
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
        if (node.getAnchor() != null && !source.text().contains("*" + node.getAnchor())) {
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
            sequence.getValue().forEach(item -> convert(item).ifPresent(items::add));
            return new Yaml.Sequence(items, at);
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.isPlain() ? plain(scalar, at) : new Yaml.Scalar(passage(scalar, at), true);
    }

    /**
     * A text without quotes. A number sign behind a blank begins a comment there, and "booth #12" loses its number: said, and
     * read as it was meant.
     */
    private Yaml.Scalar plain(ScalarNode node, Location at) {
        Passage read = passage(node, at);
        Location end = place(node.getEndMark());
        String line = source.line(end.line());
        Matcher comment = LOST_TEXT.matcher(line).region(offset(end), line.length());
        if (!comment.lookingAt()) {
            return new Yaml.Scalar(read, false);
        }
        Location sign = new Location(source, end.line(), line.codePointCount(0, comment.start(1)) + 1);
        YamlProblem.reportComment(comment.group(1), sign, findings);
        Location start = read.text().isEmpty() ? sign : read.start();
        String meant = (read.text() + line.substring(offset(end))).strip();
        return new Yaml.Scalar(
                new Passage(meant, source, start.line(), start.column(), start.line() == end.line()), false);
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
        return Optional.of(scalar.getValue());
    }

    private void add(Map<String, Yaml.Member> members, String key, NodeTuple tuple) {
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

    private Passage passage(ScalarNode node, Location at) {
        if (node.getScalarStyle() == ScalarStyle.LITERAL) {
            return literal(node, at);
        }
        boolean oneLine = node.getStartMark().getLine() == node.getEndMark().getLine();
        boolean asWritten =
                oneLine && (node.isPlain() || !source.line(at.line()).contains("\\"));
        int quote = node.isPlain() || !asWritten ? 0 : 1;
        return new Passage(node.getValue(), source, at.line(), at.column() + quote, asWritten);
    }

    /** The text of {@code key: |} begins in the line below, at the indent of its first line that is not blank. */
    private Passage literal(ScalarNode node, Location at) {
        String header = source.line(at.line()).substring(offset(at));
        int line = at.line() + 1;
        while (source.line(line).isBlank() && line < node.getEndMark().getLine()) {
            line++;
        }
        String first = source.line(line);
        int indent = first.length() - first.stripLeading().length();
        boolean exact = !header.matches(".*[0-9].*");
        return new Passage(node.getValue(), source, exact ? at.line() + 1 : at.line(), exact ? indent + 1 : 1, exact);
    }

    private static int offset(Location at) {
        String line = at.source().line(at.line());
        return line.offsetByCodePoints(0, Math.min(at.column() - 1, line.codePointCount(0, line.length())));
    }

    private Location place(Mark mark) {
        return new Location(source, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static boolean isPlainTag(Tag tag) {
        return List.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP)
                        .contains(tag)
                || tag.getValue().equals(Tag.PREFIX + "value");
    }
}
