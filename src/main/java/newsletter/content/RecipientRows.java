package newsletter.content;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.finding.Suggestion;
import newsletter.model.Recipient;

/**
 * Takes rows for recipients: one column is the address, the others are values by which messages are made personal. Whatever is
 * wrong with a row is a finding. Not thread-safe.
 */
public final class RecipientRows {
    private static final Set<String> ADDRESS = Set.of("email", "e_mail", "mail", "email_address", "e_mail_address");

    /** In characters: a name, a city, a member number; not a letter. */
    private static final int LONGEST_VALUE = 1_000;

    private final Source source;
    private final Set<String> wanted;
    private final Findings findings;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private int width;
    private int address;

    /**
     * @param path what messages call the table
     * @param wanted the names of the values that messages need; others are not kept
     */
    public RecipientRows(String path, Set<String> wanted, Findings findings) {
        this.source = new Source(path, "");
        this.wanted = wanted;
        this.findings = findings;
    }

    /**
     * Reads the names of the columns, before any row.
     *
     * @param at the line, 1-based
     * @return whether rows can be read
     */
    public boolean begin(int at, List<String> names) {
        for (int index = 0; index < names.size(); index++) {
            columns.putIfAbsent(name(names.get(index)), index);
        }
        width = names.size();
        Optional<String> email =
                columns.keySet().stream().filter(ADDRESS::contains).findFirst();
        if (email.isEmpty()) {
            findings.add(
                    Code.BAD_TABLE,
                    place(at),
                    "none of the columns is called 'email': " + shown(String.join(", ", names)),
                    "name the columns in the first row, and the one with the addresses 'email'");
            return false;
        }
        address = columns.getOrDefault(email.get(), 0);
        return true;
    }

    /** How messages call the value of a column: {@code First name} is {@code first_name}. */
    private static String name(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    /** The names that messages need and no column has. */
    public List<String> missing() {
        return wanted.stream()
                .filter(name -> !columns.containsKey(name))
                .sorted()
                .toList();
    }

    /** What a missing column was meant to be. */
    public String hint(String missing) {
        return Suggestion.hint(missing, columns.keySet(), "the columns");
    }

    /** Where the table begins. */
    public Location start() {
        return source.start();
    }

    /**
     * The recipient of a row, or a finding and nothing.
     *
     * @param at its line, 1-based
     */
    public Optional<Recipient> read(int at, List<String> cells) {
        if (cells.size() != width) {
            return reject(
                    at,
                    "this row has " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + ", the first one has "
                            + width,
                    "write as many; a cell with a comma in it stands in quotes");
        }
        String email = cells.get(address).strip();
        if (!EmailAddress.isOne(email)) {
            return reject(
                    at,
                    email.isEmpty()
                            ? "there is no address in this row"
                            : "'" + shown(email) + "' is not an e-mail address",
                    "correct it, or take the row out");
        }
        Map<String, String> values = new HashMap<>();
        for (String name : wanted) {
            String value = columns.containsKey(name)
                    ? cells.get(columns.getOrDefault(name, 0)).strip()
                    : "";
            if (value.length() > LONGEST_VALUE) {
                return reject(at, "'" + name + "' is longer than " + LONGEST_VALUE + " characters", "shorten it");
            }
            if (value.indexOf('\uFFFD') >= 0) {
                return reject(
                        at,
                        "'" + name + "' has letters that are not UTF-8",
                        "save the table as 'CSV UTF-8' and send again");
            }
            values.put(name, value);
        }
        return Optional.of(new Recipient(email, values));
    }

    /** Says that a row is none. */
    Optional<Recipient> reject(int at, String message, String hint) {
        findings.add(Code.BAD_ROW, place(at), message, hint);
        return Optional.empty();
    }

    private Location place(int line) {
        return new Location(source, line, 1);
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
