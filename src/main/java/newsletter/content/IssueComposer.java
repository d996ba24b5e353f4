package newsletter.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.model.Entry;
import newsletter.model.Field;
import newsletter.model.Inline;
import newsletter.model.Issue;
import newsletter.model.IssuePlan;
import newsletter.model.Moment;
import newsletter.model.PictureRef;
import newsletter.model.Placement;
import newsletter.model.Prose;
import newsletter.model.Section;
import newsletter.model.SectionPlan;
import newsletter.model.Value;

/** Makes an issue of its plan: sections filled, every entry at its place, pictures found, repetitions told. */
public final class IssueComposer {
    private final Workspace workspace;
    private final Library library;
    private final Findings findings;

    /** @param findings where what is wrong with the issue goes */
    public IssueComposer(Workspace workspace, Library library, Findings findings) {
        this.workspace = workspace;
        this.library = library;
        this.findings = findings;
    }

    /** The issue, as good as it can be made. */
    public Issue compose(IssuePlan plan) {
        Map<SectionPlan, List<Entry>> filled = new IssueFiller(library, plan, findings).fill();
        List<Section> sections = sections(plan, filled);
        if (sections.isEmpty()) {
            findings.add(
                    Code.EMPTY_ISSUE,
                    plan.at(),
                    "nothing stands in this issue",
                    "give it 'sections', or put a blueprint of 'sections' into newsletter.yaml");
        }
        reportRepetitions(plan, sections);
        return new Issue(
                plan.id(),
                plan.title(),
                plan.date(),
                plan.subject().orElse(plan.title()),
                plan.preheader(),
                plan.intro(),
                sections,
                pictures(plan, sections),
                plan.written());
    }

    private List<Section> sections(IssuePlan plan, Map<SectionPlan, List<Entry>> filled) {
        Currency currency = new Currency(library.previous(plan).map(IssuePlan::date), plan.date());
        Slug anchors = new Slug();
        List<Section> sections = new ArrayList<>();
        filled.forEach((section, entries) -> {
            if (entries.isEmpty() && section.text().isEmpty()) {
                reportEmpty(section);
                return;
            }
            String anchor = anchors.unique(Slug.of(section.heading(), "section"));
            List<Placement> placements = entries.stream()
                    .map(entry -> place(entry, section, currency, anchors))
                    .toList();
            sections.add(new Section(
                    section.heading(),
                    anchor,
                    section.intro(),
                    section.text(),
                    placements,
                    section.layout(),
                    section.beside()));
        });
        return sections;
    }

    private void reportEmpty(SectionPlan section) {
        String message = "nothing stands under '" + section.heading() + "', so it is left out";
        String hint = section.isHollow()
                ? "give it 'entries', 'select' or 'text', or say 'omit: true'"
                : "no entry is current that its rule picks; 'omit: true' says that this is meant";
        findings.add(Code.EMPTY_SECTION, section.at(), message, hint);
    }

    private static Placement place(Entry entry, SectionPlan section, Currency currency, Slug anchors) {
        String ownName = entry.id()
                .substring(Math.max(entry.id().lastIndexOf('/'), entry.id().lastIndexOf('#')) + 1);
        String anchor = anchors.unique(Slug.of(entry.text("slug").orElse(ownName), "entry"));
        String layout = section.layout()
                .map(SectionPlan.Layout::name)
                .orElse(entry.type().layout());
        Optional<Moment> closing = currency.closing(entry);
        return new Placement(
                entry,
                anchor,
                layout,
                closing,
                closing.filter(currency::isLastChance).isPresent());
    }

    private Map<PictureRef, String> pictures(IssuePlan plan, List<Section> sections) {
        PictureFinder finder = new PictureFinder(workspace, findings);
        library.publication().logo().ifPresent(finder::find);
        plan.intro().stream().flatMap(IssueComposer::pictures).forEach(finder::find);
        sections.stream().flatMap(IssueComposer::pictures).forEach(finder::find);
        return finder.found();
    }

    private static Stream<PictureRef> pictures(Section section) {
        Stream<Prose> own = Stream.concat(section.intro().stream(), section.text().stream());
        Stream<Field> fields =
                section.entries().stream().flatMap(placement -> placement.entry().fields().values().stream());
        return Stream.concat(own.flatMap(IssueComposer::pictures), fields.flatMap(IssueComposer::pictures));
    }

    private static Stream<PictureRef> pictures(Field field) {
        if (field.value() instanceof Value.Image image) {
            return Stream.of(image.picture());
        }
        return field.value() instanceof Value.Rich rich ? pictures(rich.prose()) : Stream.empty();
    }

    private static Stream<PictureRef> pictures(Prose prose) {
        return prose.inlines().filter(Inline.Image.class::isInstance).map(inline -> ((Inline.Image) inline).picture());
    }

    private void reportRepetitions(IssuePlan plan, List<Section> sections) {
        List<Entry> entries = sections.stream()
                .flatMap(section -> section.entries().stream())
                .map(Placement::entry)
                .toList();
        reportSaidTwice(entries);
        Map<String, IssuePlan> told = IssueFiller.told(library, plan);
        entries.stream().filter(entry -> !Currency.lasts(entry)).forEach(entry -> reportToldBefore(entry, told));
    }

    private void reportSaidTwice(List<Entry> entries) {
        Map<String, Entry> first = new HashMap<>();
        for (Entry entry : entries) {
            reportSaidTwice(first.putIfAbsent(titleAndDay(entry), entry), entry, "title");
            entry.url()
                    .map(URI::toString)
                    .ifPresent(url -> reportSaidTwice(first.putIfAbsent(url, entry), entry, "url"));
        }
    }

    private static String titleAndDay(Entry entry) {
        String day = entry.day().map(Object::toString).orElse("");
        return entry.name().toLowerCase(Locale.ROOT) + "\n" + day;
    }

    private void reportSaidTwice(@org.jspecify.annotations.Nullable Entry other, Entry entry, String field) {
        if (other != null) {
            String message = "'" + entry.name() + "' has the same " + field + " as " + other.id()
                    + ", which is in this issue too";
            findings.add(Code.SAID_TWICE, entry.at(field), message, "make one entry of the two");
        }
    }

    private void reportToldBefore(Entry entry, Map<String, IssuePlan> told) {
        IssuePlan earlier = told.get(entry.id());
        if (earlier != null) {
            findings.add(
                    Code.TOLD_BEFORE,
                    entry.at(),
                    "'" + entry.name() + "' was in the issue " + earlier.id() + " already",
                    "take it out of the issue, or write anew what has happened since");
            return;
        }
        entry.url()
                .ifPresent(url -> told.forEach((id, issue) -> {
                    Entry other = library.entries().get(id);
                    if (other != null && !Currency.lasts(other) && other.url().equals(Optional.of(url))) {
                        findings.add(
                                Code.TOLD_BEFORE,
                                entry.at("url"),
                                "the issue " + issue.id() + " led to this address already, with " + id,
                                "link to what is new");
                    }
                }));
    }
}
