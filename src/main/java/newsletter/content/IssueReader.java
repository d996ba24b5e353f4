package newsletter.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.IssuePlan;

/** Reads the files under {@code issues/}. */
final class IssueReader {
    private final Workspace workspace;
    private final PublicationReader.Settings settings;
    private final Remembered<Optional<IssuePlan>> known;
    private final Findings findings;
    private final Set<String> files = new HashSet<>();

    /** @param known what was read of files before, with the same settings */
    IssueReader(
            Workspace workspace,
            PublicationReader.Settings settings,
            Remembered<Optional<IssuePlan>> known,
            Findings findings) {
        this.workspace = workspace;
        this.settings = settings;
        this.known = known;
        this.findings = findings;
    }

    /** The files that were read, by their paths. */
    Set<String> files() {
        return files;
    }

    /** All issues, the oldest first. */
    List<IssuePlan> readAll() {
        List<IssuePlan> issues = new ArrayList<>();
        for (WorkspaceFile file : workspace.files(Workspace.ISSUES)) {
            String name = file.name();
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                workspace.read(file, findings).flatMap(this::plan).ifPresent(issues::add);
            } else {
                String message = "this is not an issue: its name does not end in .yaml";
                findings.add(
                        Code.IGNORED_FILE,
                        new Source(name, "").start(),
                        message,
                        "rename it, or move it out of issues/");
            }
        }
        issues.sort(Comparator.comparing(IssuePlan::date).thenComparing(IssuePlan::id));
        reportSameDates(issues);
        return issues;
    }

    private void reportSameDates(List<IssuePlan> issues) {
        Map<LocalDate, IssuePlan> byDate = new HashMap<>();
        for (IssuePlan issue : issues) {
            IssuePlan first = byDate.putIfAbsent(issue.date(), issue);
            if (first != null) {
                String message = "the issue " + first.id() + " has the same date, " + issue.date();
                findings.add(
                        Code.DUPLICATE_DATE,
                        issue.at(),
                        message,
                        "give each issue a day of its own: it decides what is new");
            }
        }
    }

    private Optional<IssuePlan> plan(Source source) {
        files.add(source.path());
        return known.of(source, (text, own) -> new IssueFile(text, settings, own).read(), findings);
    }
}
