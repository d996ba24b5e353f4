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

/** Reads the files under {@code issues/}, on all cores. */
final class IssueReader {
    private final Texts texts;
    private final PublicationReader.Settings settings;
    private final Remembered<Optional<IssuePlan>> known;
    private final Findings findings;
    private final Set<String> files = new HashSet<>();

    /** @param known what was read of files before, with the same settings */
    IssueReader(
            Texts texts,
            PublicationReader.Settings settings,
            Remembered<Optional<IssuePlan>> known,
            Findings findings) {
        this.texts = texts;
        this.settings = settings;
        this.known = known;
        this.findings = findings;
    }

    /** The files that were read, by their paths. */
    Set<String> files() {
        return files;
    }

    /**
     * What a file came to.
     *
     * @param text nothing where it is no issue or cannot be read
     */
    private record Reading(Optional<Source> text, Optional<IssuePlan> plan, Findings findings) {}

    /** All issues, the oldest first. */
    List<IssuePlan> readAll() {
        List<Reading> readings =
                texts.files(Workspace.ISSUES).parallelStream().map(this::read).toList();
        List<IssuePlan> issues = new ArrayList<>();
        for (Reading reading : readings) {
            findings.addAll(reading.findings());
            reading.text().ifPresent(text -> files.add(text.path()));
            reading.plan().ifPresent(issues::add);
        }
        issues.sort(Comparator.comparing(IssuePlan::date).thenComparing(IssuePlan::id));
        reportSameDates(issues);
        return issues;
    }

    private Reading read(WorkspaceFile file) {
        String name = file.name();
        Findings own = new Findings();
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            own.add(
                    Code.IGNORED_FILE,
                    new Source(name, "").start(),
                    "this is not an issue: its name does not end in .yaml",
                    "rename it, or move it out of issues/");
            return new Reading(Optional.empty(), Optional.empty(), own);
        }
        Optional<Source> text = texts.read(file, own);
        Optional<IssuePlan> plan = text.flatMap(
                source -> known.of(source, (found, finds) -> new IssueFile(found, settings, finds).read(), own));
        return new Reading(text, plan, own);
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
}
