package newsletter.content;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.IssuePlan;
import newsletter.model.Moment;
import newsletter.model.Publication;
import newsletter.parse.Binder;
import newsletter.parse.ValueReader;
import newsletter.parse.Yaml;

/** A file under {@code issues/}. */
final class IssueFile {
    /** What may name a folder and stand in an address everywhere. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Source source;
    private final PublicationReader.Settings settings;
    private final Findings findings;

    IssueFile(Source source, PublicationReader.Settings settings, Findings findings) {
        this.source = source;
        this.settings = settings;
        this.findings = findings;
    }

    /** The issue; empty, with findings, where it cannot be one. */
    Optional<IssuePlan> read() {
        String name = source.path();
        String id = name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
        if (!ID.matcher(id).matches()) {
            findings.add(
                    Code.BAD_ID,
                    source.start(),
                    "'" + id + "' cannot name an issue",
                    "name the file with letters, digits, '-' and '_', like 2018-09.yaml");
            return Optional.empty();
        }
        Optional<Yaml> root = settings.values().parsers().yaml(source, findings);
        if (root.isPresent() && root.get() instanceof Yaml.Mapping mapping) {
            return issue(id, mapping);
        }
        if (root.isPresent() || !findings.hasErrorsIn(source.path()::equals)) {
            String hint = root.filter(Yaml::isGlued).isPresent()
                    ? "write a blank after each colon: 'title: …'"
                    : "begin with 'title: …' and 'date: …'";
            findings.add(Code.WRONG_KIND, source.start(), "an issue must be keys with values", hint);
        }
        return Optional.empty();
    }

    private Optional<IssuePlan> issue(String id, Yaml.Mapping mapping) {
        ValueReader values = settings.values();
        Publication publication = settings.publication();
        SectionReader sections = new SectionReader(publication.types(), values, findings);
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
                sections.sections(binder, publication.blueprint()),
                source.start(),
                values.written(mapping));
        binder.rejectOthers();
        return date.isEmpty() ? Optional.empty() : Optional.of(plan);
    }
}
