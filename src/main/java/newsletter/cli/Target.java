package newsletter.cli;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import newsletter.content.RecipientRows;
import newsletter.content.RecipientTable;
import newsletter.content.Workspace;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.Audience;
import newsletter.model.MailingList;
import newsletter.model.Recipient;
import newsletter.send.Composition;
import newsletter.send.RecipientQuery;

/**
 * Where an issue goes.
 *
 * @param name of the list, or the address given by hand
 * @param list empty for an address given by hand
 */
record Target(String name, Optional<MailingList> list) {
    /** Whether the subject says that it is a test, and nobody has to be asked. */
    boolean isTest() {
        return list.map(MailingList::isTest).orElse(true);
    }

    /** Whether each recipient gets a message of their own. */
    boolean isPersonal() {
        return list.isPresent() && list.get().to().isEmpty();
    }

    /** What an editor calls it. */
    @Override
    public String toString() {
        return list.isPresent() ? "'" + name + "'" : name;
    }

    /**
     * All recipients, read as they are taken; to be closed. What is wrong with them is known by then.
     *
     * @param names the values that messages print of each
     * @param findings where it goes what is wrong
     */
    Stream<Recipient> recipients(Workspace workspace, Set<String> names, Findings findings) {
        Set<String> wanted = new HashSet<>(names);
        wanted.removeAll(Set.of(Composition.EMAIL, Composition.UNSUBSCRIBE));
        Optional<Audience> audience = list.map(MailingList::audience);
        if (audience.isPresent() && audience.get() instanceof Audience.Table table) {
            RecipientRows rows = new RecipientRows(table.path(), wanted, findings);
            return new RecipientTable(workspace, table, findings)
                    .read(rows)
                    .onClose(() -> reportMissing(rows, rows.start(), findings));
        }
        if (audience.isPresent() && audience.get() instanceof Audience.Query query) {
            RecipientRows rows = new RecipientRows("answer for the list '" + name + "'", wanted, findings);
            return answer(query, rows).onClose(() -> reportMissing(rows, query.at(), findings));
        }
        return Stream.of(new Recipient(list.flatMap(MailingList::to).orElse(name), Map.of()));
    }

    private static Stream<Recipient> answer(Audience.Query query, RecipientRows rows) {
        int[] number = {0};
        return new RecipientQuery(query)
                .rows()
                .takeWhile(row -> number[0] > 0 || rows.begin(1, row.columns()))
                .flatMap(row -> rows.read(++number[0], row.cells()).stream());
    }

    private static void reportMissing(RecipientRows rows, Location at, Findings findings) {
        rows.missing()
                .forEach(name -> findings.add(
                        Code.UNKNOWN_COLUMN,
                        at,
                        "no column is called '" + name + "', which the issue prints as ${recipient." + name + "}",
                        rows.hint(name)));
    }
}
