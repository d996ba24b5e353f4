package newsletter.check;

import java.util.List;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import org.jsoup.nodes.Element;

/** Tables that only lay out the page say so, in comments for Outlook too: screen readers count the cells of all others (EMC). */
final class TableRule implements Rule {
    private static final List<String> LAYOUT = List.of("presentation", "none");

    @Override
    public void check(Letter letter, Findings findings) {
        letter.outlook().select("table").forEach(table -> check(table, letter, findings));
        letter.page().select("table").forEach(table -> check(table, letter, findings));
    }

    private static void check(Element table, Letter letter, Findings findings) {
        boolean layout = LAYOUT.contains(table.attr("role"));
        boolean data = table.select("th, caption").stream().anyMatch(part -> table.equals(part.closest("table")));
        if (!layout && !data) {
            findings.add(
                    Code.TABLE_ROLE,
                    letter.themeAt(table),
                    "a screen reader takes this table for one of data",
                    "write role=\"presentation\" on a table that only lays out the page, or give one of data a <th>");
        }
    }
}
