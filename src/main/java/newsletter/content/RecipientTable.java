package newsletter.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import newsletter.finding.Code;
import newsletter.finding.Failure;
import newsletter.finding.Findings;
import newsletter.model.Audience;
import newsletter.model.Recipient;

/** Recipients from a table in a file, read one by one: there may be millions. */
public final class RecipientTable {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final Audience.Table table;
    private final Findings findings;

    /** @param findings where it goes that there is no table; what is wrong with rows goes where those of the rows go */
    public RecipientTable(Workspace workspace, Audience.Table table, Findings findings) {
        this.file = workspace.resolve(table.path());
        this.table = table;
        this.findings = findings;
    }

    /**
     * All recipients; to be closed.
     *
     * @param rows is told the columns, then judges each row
     * @throws Failure when the file cannot be read
     */
    public Stream<Recipient> read(RecipientRows rows) {
        if (!Files.isRegularFile(file)) {
            findings.add(
                    Code.BAD_TABLE,
                    table.at(),
                    "there is no file '" + table.path() + "'",
                    "write its path below the newsletter's folder");
            return Stream.empty();
        }
        try {
            BufferedReader in = open();
            return recipients(new CsvReader(in), rows).onClose(() -> close(in));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** What is not UTF-8 becomes U+FFFD, so that it is a finding of its row. */
    private BufferedReader open() throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
        return in;
    }

    private Stream<Recipient> recipients(CsvReader csv, RecipientRows rows) throws IOException {
        Optional<CsvReader.Row> names = csv.row();
        List<String> columns = names.map(CsvReader.Row::cells).orElse(List.of());
        if (!rows.begin(1, columns)) {
            return Stream.empty();
        }
        return Stream.iterate(next(csv), Optional::isPresent, before -> next(csv))
                .map(Optional::orElseThrow)
                .filter(row -> !row.whole() || !row.isBlank())
                .flatMap(row -> read(row, rows).stream());
    }

    private static Optional<Recipient> read(CsvReader.Row row, RecipientRows rows) {
        return row.whole()
                ? rows.read(row.line(), row.cells())
                : rows.reject(
                        row.line(),
                        "a quote in this row is not closed, or stands in the middle of a cell",
                        "put the whole cell in quotes, and write a quote within it twice");
    }

    private Optional<CsvReader.Row> next(CsvReader csv) {
        try {
            return csv.row();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Failure failure(IOException e) {
        return new Failure("cannot read the list " + table.path() + ": " + e.getMessage(), e);
    }

    private static void close(BufferedReader in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
