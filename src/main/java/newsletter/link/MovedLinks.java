package newsletter.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newsletter.finding.Location;
import newsletter.finding.Source;

/**
 * Writes the new addresses of moved links into editors' texts: at the very places where the old ones stand, and nowhere else. It
 * works on texts; who calls it reads and writes the files.
 */
public final class MovedLinks {
    /** What cannot stand in an address as it is written in Markdown, YAML or HTML, where the text may go on after it. */
    private static final String ENDS = " \t\n\"'<>()[]{},|\\^`";

    private final Map<Location, Change> changes = new TreeMap<>();

    /**
     * One replacement.
     *
     * @param at where the old address begins
     * @param from the old address as an editor wrote it
     * @param to the new one
     */
    public record Change(Location at, String from, String to) {
        /** {@code content/a.md:3:5: http://old → https://new}. */
        @Override
        public String toString() {
            return at + ": " + from + " → " + to;
        }
    }

    /** The changes that a report asks for. */
    public MovedLinks(LinkReport report) {
        for (Checked checked : report.checked()) {
            if (checked.verdict() instanceof Verdict.Moved moved) {
                checked.links().forEach(link -> add(link, moved.to()));
            }
        }
    }

    private void add(Link link, String to) {
        String from = link.address().strip();
        link.places().forEach(place -> changes.put(place, new Change(place, from, sheltered(to))));
    }

    /** What may stand in an address but would end it in Markdown, a YAML list or an HTML attribute is written as a code. */
    private static String sheltered(String address) {
        StringBuilder safe = new StringBuilder();
        address.chars()
                .forEach(c -> safe.append(
                        ENDS.indexOf(c) < 0 ? Character.toString(c) : String.format(Locale.ROOT, "%%%02X", c)));
        return safe.toString();
    }

    /** The texts with something to change, in order. */
    public List<Source> sources() {
        return changes.keySet().stream()
                .map(Location::source)
                .distinct()
                .sorted(Comparator.comparing(Source::path))
                .toList();
    }

    /**
     * A text that was changed.
     *
     * @param text all else in it is as it was, to the character
     * @param made the changes, from the top
     */
    public record Rewritten(String text, List<Change> made) {
        /** Copies the list. */
        public Rewritten {
            made = List.copyOf(made);
        }
    }

    /**
     * Changes a text.
     *
     * @param path the text's name, as {@link Source#path()}
     * @param text as it is in the file, with its line breaks as they are (LF, CRLF) and a byte order mark if there is one
     */
    public Rewritten rewrite(String path, String text) {
        StringBuilder rewritten = new StringBuilder();
        List<Change> made = new ArrayList<>();
        int copied = 0;
        for (Change change : changes.values()) {
            Optional<Spot> spot = change.at().source().path().equals(path) ? find(text, change) : Optional.empty();
            if (spot.isPresent() && spot.get().begin() >= copied) {
                rewritten
                        .append(text, copied, spot.get().begin())
                        .append(spot.get().fresh());
                copied = spot.get().end();
                made.add(change);
            }
        }
        return new Rewritten(rewritten.append(text.substring(copied)).toString(), made);
    }

    /** A stretch of a text, and what is to stand there. */
    private record Spot(int begin, int end, String fresh) {}

    /** As it is, or with {@code &} escaped, as HTML wants it and Markdown allows. */
    private static Optional<Spot> find(String text, Change change) {
        return find(text, change, change.from(), change.to())
                .or(() -> find(text, change, escaped(change.from()), escaped(change.to())));
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;");
    }

    /**
     * Where the old address stands: in the line that the place names, at its column or after it. A place may point to the beginning
     * of a link or of a value, and the address stands a little further on; a text that was edited meanwhile is left alone.
     */
    private static Optional<Spot> find(String text, Change change, String old, String fresh) {
        int line = lineStart(text, change.at().line());
        if (line < 0) {
            return Optional.empty();
        }
        int end = text.indexOf('\n', line);
        int stop = end < 0 ? text.length() : end;
        int from = afterCodePoints(text, line, stop, change.at().column() - 1);
        for (int at = text.indexOf(old, from); at >= 0 && at < stop; at = text.indexOf(old, at + 1)) {
            int behind = at + old.length();
            if (isWhole(text, behind)) {
                return Optional.of(new Spot(at, behind, fresh));
            }
        }
        return Optional.empty();
    }

    /** Whether an address ends here, and is not the beginning of a longer one. */
    private static boolean isWhole(String text, int end) {
        return end >= text.length()
                || ENDS.indexOf(text.charAt(end)) >= 0
                || text.charAt(end) == '\r'
                || isFullStop(text, end);
    }

    private static boolean isFullStop(String text, int at) {
        boolean mark = ".;:!?".indexOf(text.charAt(at)) >= 0;
        return mark && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
    }

    /** The index at which a 1-based line begins, or less than 0. */
    private static int lineStart(String text, int number) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        for (int line = 1; line < number; line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return -1;
            }
            start = end + 1;
        }
        return start;
    }

    private static int afterCodePoints(String text, int from, int stop, int count) {
        int available = text.codePointCount(from, stop);
        return text.offsetByCodePoints(from, Math.min(count, available));
    }
}
