package newsletter.render;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.model.Publication;
import newsletter.parse.Guard;

/**
 * What all issues of a publication are rendered with, read once. Thread-safe.
 *
 * @param troubles what is wrong with the words
 * @param guard under which templates run
 */
record Printshop(
        Publication publication,
        ThemeFiles files,
        TracedTemplates templates,
        Words words,
        List<Finding> troubles,
        DateWords dates,
        Guard guard) {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Copies the list. */
    Printshop {
        troubles = List.copyOf(troubles);
    }

    /** Parses the templates that every theme has; what is wrong with one is said when it is used. */
    void prepare() {
        guard.run(() -> {
            ThemeFiles.TEMPLATES.forEach(this::parse);
            return true;
        });
    }

    private void parse(String template) {
        try {
            templates.getTemplate(template);
        } catch (IOException e) {
            // FreeMarker keeps that, and throws it again.
        }
    }

    /** @param folder the publication's own templates; need not be there */
    static Printshop of(Publication publication, Path folder) {
        ThemeFiles files = new ThemeFiles(folder);
        Findings findings = new Findings();
        Words words = new Theme(files, findings).words(publication.language());
        return new Printshop(
                publication,
                files,
                new TracedTemplates(files, publication),
                words,
                findings.sorted(),
                new DateWords(words, publication.timezone()),
                new Guard(LIMIT));
    }
}
