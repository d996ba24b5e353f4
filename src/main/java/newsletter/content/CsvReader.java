package newsletter.content;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a table row by row (RFC 4180): cells between commas, semicolons (as spreadsheets write in much of Europe) or tabs,
 * whichever the first row has; in quotes where one of these, a quote or a line break is part of it. Not thread-safe.
 */
final class CsvReader {
    /** In characters. A quote that nobody closed would take the rest of the file for one row. */
    private static final int LONGEST_ROW = 20_000;

    private static final int NONE = -1;

    private final Reader in;
    private int next;
    private int line = 1;
    private char divider = ',';
    private boolean isFirst = true;

    /** @param in buffered, without a byte order mark */
    CsvReader(Reader in) throws IOException {
        this.in = in;
        this.next = in.read();
    }

    /**
     * A row.
     *
     * @param line where it begins, 1-based
     * @param cells what stands in it, without the quotes
     * @param whole whether it is a row at all: not, when a quote is not closed, or stands in the middle of a cell
     */
    record Row(int line, List<String> cells, boolean whole) {
        Row {
            cells = List.copyOf(cells);
        }

        /** Whether nothing stands in it. */
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The next row; empty at the end. */
    Optional<Row> row() throws IOException {
        if (next == NONE) {
            return Optional.empty();
        }
        int begun = line;
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        while (next != NONE && (quoted || !isLineEnd())) {
            if (text.length() == LONGEST_ROW) {
                skipLine();
                return Optional.of(new Row(begun, List.of(), false));
            }
            quoted ^= next == '"';
            text.append((char) next);
            advance();
        }
        endLine();
        if (isFirst) {
            divider = divider(text);
            isFirst = false;
        }
        return Optional.of(split(begun, text, quoted));
    }

    private void advance() throws IOException {
        if (next == '\n') {
            line++;
        }
        next = in.read();
    }

    private boolean isLineEnd() {
        return next == '\n' || next == '\r';
    }

    private void endLine() throws IOException {
        if (next == '\r') {
            advance();
        }
        if (next == '\n') {
            advance();
        }
    }

    private void skipLine() throws IOException {
        while (next != NONE && !isLineEnd()) {
            advance();
        }
        endLine();
    }

    private static char divider(CharSequence header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static long count(CharSequence text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private Row split(int begun, CharSequence text, boolean open) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean odd = open;
        boolean closed = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                odd |= !quoted && (closed || !cell.isEmpty());
                closed = quoted;
                quoted = !quoted;
            } else if (c == divider && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
                closed = false;
            } else {
                odd |= closed;
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return new Row(begun, cells, !odd);
    }
}
