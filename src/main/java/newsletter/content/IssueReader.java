package newsletter.content;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.IssuePlan;
import newsletter.model.Moment;
import newsletter.model.SectionPlan;
import newsletter.parse.Binder;
import newsletter.parse.ValueReader;
import newsletter.parse.Yaml;
import newsletter.parse.YamlParser;

/** Reads the files under {@code issues/}. */
final class IssueReader {
    /** What may name a folder and stand in an address everywhere. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Workspace workspace;
    private final ValueReader values;
    private final SectionReader sections;
    private final List<SectionPlan> blueprint;
    private final Findings findings;

    IssueReader(
            Workspace workspace,
            ValueReader values,
            SectionReader sections,
            List<SectionPlan> blueprint,
            Findings findings) {
        this.workspace = workspace;
        this.values = values;
        this.sections = sections;
        this.blueprint = blueprint;
        this.findings = findings;
    }

    /** All issues, the oldest first. */
    List<IssuePlan> readAll() {
        List<IssuePlan> issues = new ArrayList<>();
        for (Path file : workspace.files(Workspace.ISSUES)) {
            String name = workspace.name(file);
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                workspace
                        .read(file, findings)
                        .flatMap(source -> read(source, name))
                        .ifPresent(issues::add);
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

    private Optional<IssuePlan> read(Source source, String name) {
        String id = name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
        if (!ID.matcher(id).matches()) {
            findings.add(
                    Code.BAD_ID,
                    source.start(),
                    "'" + id + "' cannot name an issue",
                    "name the file with letters, digits, '-' and '_', like 2018-09.yaml");
            return Optional.empty();
        }
        Optional<Yaml> root = YamlParser.parse(source, findings);
        if (root.isPresent() && root.get() instanceof Yaml.Mapping mapping) {
            return issue(id, source, mapping);
        }
        if (root.isPresent() || !findings.hasErrorsIn(source.path()::equals)) {
            String hint = root.filter(Yaml::isGlued).isPresent()
                    ? "write a blank after each colon: 'title: …'"
                    : "begin with 'title: …' and 'date: …'";
            findings.add(Code.WRONG_KIND, source.start(), "an issue must be keys with values", hint);
        }
        return Optional.empty();
    }

    private Optional<IssuePlan> issue(String id, Source source, Yaml.Mapping mapping) {
        Binder binder = new Binder(mapping, "an issue", findings);
        Optional<String> title = binder.required("title").map(values::line);
        Optional<LocalDate> date = binder.required("date")
                .flatMap(written -> values.moment("date", written, findings))
                .map(Moment::day);
        IssuePlan plan = new IssuePlan(
                id,
                title.orElse(id),
                date.orElse(LocalDate.EPOCH),
                binder.scalar("subject").map(values::line),
                binder.scalar("preheader").map(values::line),
                binder.scalar("intro")
                        .map(written -> values.prose(written, findings))
                        .filter(prose -> !prose.isEmpty()),
                sections.sections(binder, blueprint),
                source.start(),
                values.written(mapping));
        binder.rejectOthers();
        return date.isEmpty() ? Optional.empty() : Optional.of(plan);
    }
}
