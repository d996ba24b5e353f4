package newsletter.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Suggestion;
import newsletter.model.EntryType;
import newsletter.model.EntryType.FieldSpec;
import newsletter.model.Prose;
import newsletter.model.SectionPlan;
import newsletter.model.Selection;
import newsletter.parse.Binder;
import newsletter.parse.ValueReader;
import newsletter.parse.Yaml;

/** Reads sections, as the blueprint and the issues have them. */
final class SectionReader {
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,4}");

    private final Map<String, EntryType> types;
    private final ValueReader values;
    private final Findings findings;

    SectionReader(Map<String, EntryType> types, ValueReader values, Findings findings) {
        this.types = types;
        this.values = values;
        this.findings = findings;
    }

    /** The blueprint: a list of sections. */
    List<SectionPlan> blueprint(Binder settings) {
        return sections(settings, List.of());
    }

    /**
     * An issue's sections. A list stands in place of the blueprint's, where one with a heading of the blueprint changes that
     * section; keys by heading change the blueprint's and leave its order.
     */
    List<SectionPlan> sections(Binder issue, List<SectionPlan> blueprint) {
        Optional<Yaml> written = issue.any("sections");
        if (written.isEmpty()) {
            return blueprint;
        }
        return written.get() instanceof Yaml.Mapping changes ? changed(changes, blueprint) : listed(issue, blueprint);
    }

    private List<SectionPlan> listed(Binder issue, List<SectionPlan> blueprint) {
        List<SectionPlan> sections = new ArrayList<>();
        Map<String, Location> headings = new HashMap<>();
        for (Yaml item : issue.list("sections")) {
            section(item).ifPresent(section -> {
                Location first = headings.putIfAbsent(section.heading(), section.at());
                if (first == null) {
                    sections.add(onTopOf(section, blueprint));
                } else {
                    String message =
                            "a second section '" + section.heading() + "', the first is in line " + first.line();
                    findings.add(
                            Code.DUPLICATE_SECTION,
                            section.at(),
                            message,
                            "put both into one, or give one another heading");
                }
            });
        }
        return sections;
    }

    private static SectionPlan onTopOf(SectionPlan section, List<SectionPlan> blueprint) {
        return blueprint.stream()
                .filter(base -> base.heading().equals(section.heading()))
                .findFirst()
                .map(base -> base.changedBy(section))
                .orElse(section);
    }

    private List<SectionPlan> changed(Yaml.Mapping changes, List<SectionPlan> blueprint) {
        Map<String, SectionPlan> sections = new LinkedHashMap<>();
        blueprint.forEach(section -> sections.put(section.heading(), section));
        changes.members().forEach((key, member) -> {
            String heading = values.line(key);
            SectionPlan base = sections.get(heading);
            if (base == null) {
                String message = "the blueprint in newsletter.yaml has no section '" + heading + "'";
                findings.add(
                        Code.UNKNOWN_SECTION,
                        member.keyAt(),
                        message,
                        Suggestion.hint(heading, sections.keySet(), "its sections"));
            } else {
                String hint = "write '" + heading + ": {text: …}', or the section's other keys below it, indented";
                group(member.value(), hint)
                        .map(group -> new Binder(group, "a section", findings))
                        .ifPresent(binder ->
                                sections.put(heading, base.changedBy(section(heading, member.keyAt(), binder))));
            }
        });
        return List.copyOf(sections.values());
    }

    private Optional<SectionPlan> section(Yaml item) {
        String hint = "write '- heading: …' and the section's other keys below it";
        return group(item, hint).flatMap(group -> {
            Binder binder = new Binder(group, "a section", findings);
            Optional<Yaml.Scalar> heading = binder.required("heading");
            SectionPlan section = section(
                    heading.map(values::line).orElse(""), heading.map(Yaml::at).orElse(binder.at()), binder);
            return heading.map(written -> section);
        });
    }

    private Optional<Yaml.Mapping> group(Yaml item, String hint) {
        if (item instanceof Yaml.Mapping group) {
            return Optional.of(group);
        }
        String message = "a section must be a group of keys, not " + item.describe();
        findings.add(Code.WRONG_KIND, item.at(), message, hint);
        return Optional.empty();
    }

    private SectionPlan section(String heading, Location at, Binder binder) {
        SectionPlan section = new SectionPlan(
                heading,
                prose("intro", binder),
                prose("text", binder),
                binder.scalars("entries").stream().map(SectionReader::reference).toList(),
                binder.any("select").flatMap(this::selection),
                binder.scalar("layout")
                        .map(name -> new SectionPlan.Layout(name.text().strip(), name.at())),
                flag("beside", binder),
                flag("omit", binder),
                at);
        binder.rejectOthers();
        return section;
    }

    /** An entry by its id, or by the path of its file. */
    private static SectionPlan.Reference reference(Yaml.Scalar written) {
        String id = written.text().strip().replaceFirst("^content/", "").replaceFirst("\\.(md|ya?ml)(?=$|#)", "");
        return new SectionPlan.Reference(id, written.at());
    }

    private Optional<Prose> prose(String key, Binder binder) {
        return binder.scalar(key)
                .map(written -> values.prose(written, findings))
                .filter(prose -> !prose.isEmpty());
    }

    private boolean flag(String key, Binder binder) {
        return binder.scalar(key)
                .flatMap(written -> ValueReader.flag(key, written, findings))
                .orElse(false);
    }

    private Optional<Selection> selection(Yaml written) {
        if (written instanceof Yaml.Scalar type) {
            return type(type)
                    .map(found -> new Selection(
                            List.of(found),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
        }
        if (!(written instanceof Yaml.Mapping group)) {
            findings.add(
                    Code.WRONG_KIND,
                    written.at(),
                    "'select' must be a type or a group of keys",
                    "write 'select: event', or 'select: {type: [news, event], limit: 5}'");
            return Optional.empty();
        }
        Binder binder = new Binder(group, "a rule", findings);
        if (!binder.has("type")) {
            binder.reportMissing("type");
        }
        List<EntryType> chosen = binder.scalars("type").stream()
                .flatMap(type -> type(type).stream())
                .toList();
        Selection selection = new Selection(
                chosen,
                binder.scalars("tags").stream().map(ValueReader::text).toList(),
                day("since", binder),
                day("until", binder),
                binder.scalar("limit").flatMap(this::limit),
                new TypeReader(findings).sort(binder, fieldsOf(chosen)));
        binder.rejectOthers();
        return chosen.isEmpty() ? Optional.empty() : Optional.of(selection);
    }

    private static Map<String, FieldSpec> fieldsOf(List<EntryType> types) {
        Map<String, FieldSpec> fields = new LinkedHashMap<>();
        types.forEach(type -> fields.putAll(type.fields()));
        return fields;
    }

    private Optional<EntryType> type(Yaml.Scalar name) {
        EntryType type = types.get(name.text().strip());
        if (type == null) {
            String message = "there is no entry type '" + name.text() + "'";
            findings.add(Code.UNKNOWN_TYPE, name.at(), message, Suggestion.hint(name.text(), types.keySet(), "types"));
        }
        return Optional.ofNullable(type);
    }

    private Optional<LocalDate> day(String key, Binder binder) {
        return binder.scalar(key)
                .flatMap(written -> values.moment(key, written, findings))
                .map(moment -> moment.day());
    }

    private Optional<Integer> limit(Yaml.Scalar written) {
        String text = written.text().strip();
        if (LIMIT.matcher(text).matches()) {
            return Optional.of(Integer.valueOf(text));
        }
        String message = "'limit' must be a whole number from 1";
        findings.add(Code.BAD_NUMBER, written.at(), message, "write it like 5, or leave it out for no limit");
        return Optional.empty();
    }
}
