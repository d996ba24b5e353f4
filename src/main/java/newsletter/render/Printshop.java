package newsletter.render;

import java.util.List;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.model.Publication;

/**
 * What all issues of a publication are rendered with, read once. Thread-safe.
 *
 * @param troubles what is wrong with the words
 */
record Printshop(Publication publication, ParsedTheme theme, Words words, List<Finding> troubles, DateWords dates) {
    /** Copies the list. */
    Printshop {
        troubles = List.copyOf(troubles);
    }

    static Printshop of(Publication publication, ParsedTheme theme) {
        Findings findings = new Findings();
        Words words = new Theme(theme.files(), findings).words(publication.language(), theme.parsers());
        return new Printshop(
                publication, theme, words, findings.sorted(), new DateWords(words, publication.timezone()));
    }

    ThemeFiles files() {
        return theme.files();
    }
}
