package newsletter.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import newsletter.content.Workspace;
import newsletter.finding.Finding;
import newsletter.finding.Severity;
import newsletter.pipeline.Build;
import newsletter.pipeline.Built;

/** Tells people or programs what a command came to: findings to stderr, results to stdout. */
final class Reporter {
    private static final int KILOBYTE = 1024;
    private static final int GMAIL_CLIPS_AT = 102;

    private final Surroundings surroundings;
    private final Settings settings;

    Reporter(Surroundings surroundings, Settings settings) {
        this.surroundings = surroundings;
        this.settings = settings;
    }

    void report(Build.Outcome outcome, Workspace workspace, ExitCode exit) {
        switch (settings.format()) {
            case json -> surroundings.out().println(JsonReport.of(outcome, exit));
            case github ->
                outcome.findings().forEach(finding -> surroundings.out().println(GithubReport.of(finding)));
            case text -> reportText(outcome, workspace);
        }
    }

    private void reportText(Build.Outcome outcome, Workspace workspace) {
        List<Finding> shown = outcome.findings().stream()
                .filter(finding -> !settings.isQuiet() || finding.severity() == Severity.ERROR)
                .toList();
        surroundings.err().print(settings.report(surroundings).of(shown));
        if (outcome.failed()) {
            surroundings
                    .err()
                    .println(count(outcome.findings()) + ": nothing was written, the last good output is as it was");
        } else if (!settings.isQuiet()) {
            outcome.issues().forEach(built -> surroundings.out().println(summary(built, workspace)));
        }
    }

    /** {@code 2 errors, 1 warning}. */
    private static String count(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (number > 0) {
                counts.add(plural(number, severity.word()));
            }
        }
        return String.join(", ", counts);
    }

    private String summary(Built built, Workspace workspace) {
        return built.id() + ": "
                + plural(built.sections(), "section") + ", "
                + plural(built.entries(), "entry") + ", "
                + plural(built.links(), "link")
                + " · index.html " + kilobytes(built.pageBytes()) + " (Gmail clips at " + GMAIL_CLIPS_AT + "), text "
                + kilobytes(built.textBytes()) + ", " + plural(built.pictures(), "picture")
                + (built.pictures() == 0 ? "" : " " + kilobytes(built.pictureBytes()))
                + " · " + place(built.page(), workspace);
    }

    private static String plural(long number, String word) {
        if (number == 1) {
            return "1 " + word;
        }
        return number + " " + (word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s");
    }

    private static String kilobytes(long bytes) {
        return (bytes + KILOBYTE - 1) / KILOBYTE + " KB";
    }

    /** The way to a file that works from where the command was given. */
    private String place(Path file, Workspace workspace) {
        boolean below = workspace.root().startsWith(surroundings.folder().normalize());
        return below ? surroundings.folder().normalize().relativize(file).toString() : file.toString();
    }
}
