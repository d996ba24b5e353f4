package newsletter.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.finding.Suggestion;
import newsletter.model.Entry;
import newsletter.model.IssuePlan;
import newsletter.model.Publication;
import newsletter.parse.Parsers;

/**
 * All that a workspace holds, read.
 *
 * @param entries by id
 * @param issues the oldest first
 */
public record Library(Publication publication, Map<String, Entry> entries, List<IssuePlan> issues) {
    /** Copies the collections. */
    public Library {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        issues = List.copyOf(issues);
    }

    /** Reads a workspace; empty when its settings cannot be read at all. */
    public static Optional<Library> read(Workspace workspace, Findings findings) {
        return read(new ReadFiles(workspace, new Parsers()), findings);
    }

    /**
     * Reads a workspace; empty when its settings cannot be read at all.
     *
     * @param known what was read of it before, and which of it to read again
     */
    public static Optional<Library> read(ReadFiles known, Findings findings) {
        return known.settings(findings).map(settings -> read(settings, known, findings));
    }

    private static Library read(PublicationReader.Settings settings, ReadFiles known, Findings findings) {
        Publication publication = settings.publication();
        EntryReader entries = new EntryReader(known.texts(), settings, known.entries(), findings);
        IssueReader issues = new IssueReader(known.texts(), settings, known.issues(), findings);
        Library library = new Library(publication, entries.readAll(), issues.readAll());
        new Judge(library, findings).judgeEntries();
        WeekdayJudge.judge(library, known, findings);
        known.keepOnly(entries.files(), issues.files());
        return library;
    }

    /** The issue that came before another. */
    Optional<IssuePlan> previous(IssuePlan issue) {
        int first = DaySearch.first(issues, IssuePlan::date, issue.date());
        return first == 0 ? Optional.empty() : Optional.of(issues.get(first - 1));
    }

    /** The first issue of a day or a later one. */
    Optional<IssuePlan> firstFrom(LocalDate day) {
        int first = DaySearch.first(issues, IssuePlan::date, day);
        return first == issues.size() ? Optional.empty() : Optional.of(issues.get(first));
    }

    /**
     * The issues that an editor asks for; a finding for each that is not there.
     *
     * @param names ids or paths of files; empty for the newest issue
     */
    public List<IssuePlan> issues(List<String> names, Findings findings) {
        if (names.isEmpty()) {
            if (issues.isEmpty() && !findings.hasErrorsIn(path -> path.startsWith(Workspace.ISSUES + "/"))) {
                String hint = "write issues/2018-09.yaml with 'title: …' and 'date: …'";
                findings.add(
                        Code.NO_ISSUE,
                        new Source(Workspace.ISSUES, "").start(),
                        "there is no issue that could be built",
                        hint);
            }
            return issues.isEmpty() ? List.of() : List.of(issues.get(issues.size() - 1));
        }
        List<IssuePlan> chosen = new ArrayList<>();
        names.stream().distinct().forEach(name -> issue(name, findings).ifPresent(chosen::add));
        return chosen;
    }

    private Optional<IssuePlan> issue(String name, Findings findings) {
        String file = name.replace('\\', '/');
        String id = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        Optional<IssuePlan> found =
                issues.stream().filter(issue -> issue.id().equals(id)).findFirst();
        boolean isBroken = findings.hasErrorsIn(path -> path.matches("issues/(.*/)?" + Pattern.quote(id) + "\\.ya?ml"));
        if (found.isEmpty() && !isBroken) {
            List<String> ids = issues.stream().map(IssuePlan::id).toList();
            String hint = Suggestion.hint(id, ids, "issues");
            findings.add(
                    Code.UNKNOWN_ISSUE,
                    new Source(Workspace.ISSUES, "").start(),
                    "there is no issue '" + name + "'",
                    hint);
        }
        return found;
    }
}
