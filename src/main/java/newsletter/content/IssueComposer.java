package newsletter.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
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
    private final Timeline timeline;
    private final Findings findings;
    private final Told told;

    /** @param findings where what is wrong with the issue goes */
    public IssueComposer(Workspace workspace, Library library, Findings findings) {
        this(workspace, library, new Timeline(library.entries().values()), findings);
    }

    private IssueComposer(Workspace workspace, Library library, Timeline timeline, Findings findings) {
        this(workspace, library, timeline, new Told(library, timeline), findings);
    }

    private IssueComposer(Workspace workspace, Library library, Timeline timeline, Told told, Findings findings) {
        this.workspace = workspace;
        this.library = library;
        this.timeline = timeline;
        this.told = told;
        this.findings = findings;
    }

    /** One that shares with this what it knows of other issues, also on another thread. */
    public IssueComposer reportingTo(Findings others) {
        return new IssueComposer(workspace, library, timeline, told, others);
    }

    /** The issue, as good as it can be made. */
    public Issue compose(IssuePlan plan) {
        List<IssueFiller.Filled> filled = new IssueFiller(library, timeline, plan, findings).fill();
        List<Section> sections = sections(plan, filled);
        if (sections.isEmpty()) {
            findings.add(Code.EMPTY_ISSUE, plan.at(), "nothing stands in this issue", whatToPutInto(plan));
        }
        new Repetitions(told, findings).report(plan, sections);
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

    private static String whatToPutInto(IssuePlan plan) {
        if (plan.sections().isEmpty()) {
            return "give it 'sections', or put a blueprint of 'sections' into newsletter.yaml";
        }
        if (plan.sections().stream().allMatch(SectionPlan::omitted)) {
            return "each of its sections says 'omit: true': take that from one";
        }
        boolean picks =
                plan.sections().stream().anyMatch(section -> section.selection().isPresent() && !section.omitted());
        return picks
                ? "no entry is current on " + plan.date() + " that its sections pick: correct that date, or an entry's"
                : "give one of its sections 'entries', 'select' or 'text'";
    }

    private List<Section> sections(IssuePlan plan, List<IssueFiller.Filled> filled) {
        Currency currency = new Currency(library.previous(plan).map(IssuePlan::date), plan.date());
        Slug anchors = new Slug();
        List<Section> sections = new ArrayList<>();
        for (IssueFiller.Filled section : filled) {
            if (section.entries().isEmpty() && section.plan().text().isEmpty()) {
                reportEmpty(section.plan(), plan);
            } else {
                sections.add(section(section, currency, anchors));
            }
        }
        return sections;
    }

    private static Section section(IssueFiller.Filled filled, Currency currency, Slug anchors) {
        SectionPlan plan = filled.plan();
        String anchor = anchors.unique(Slug.of(plan.heading(), "section"));
        List<Placement> placements = filled.entries().stream()
                .map(entry -> place(entry, plan, currency, anchors))
                .toList();
        return new Section(plan.heading(), anchor, plan.intro(), plan.text(), placements, plan.layout(), plan.beside());
    }

    private void reportEmpty(SectionPlan section, IssuePlan plan) {
        String message = "nothing stands under '" + section.heading() + "', so it is left out";
        Source issue = plan.at().source();
        String where = section.at().source().equals(issue) ? "" : " in " + issue.path();
        String hint = section.isHollow()
                ? "give it 'entries', 'select' or 'text'" + where + ", or say 'omit: true'"
                : "no entry is current that its rule picks; 'omit: true'" + where + " says that this is meant";
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
}
