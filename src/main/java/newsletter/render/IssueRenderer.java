package newsletter.render;

import java.util.HashMap;
import java.util.Map;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Suggestion;
import newsletter.model.Authorship;
import newsletter.model.Issue;
import newsletter.model.Origin;
import newsletter.model.Page;
import newsletter.model.Placement;
import newsletter.model.Publication;
import newsletter.model.Section;

/** An issue through the theme's templates. Not thread-safe; see {@link #reportingTo}. */
public final class IssueRenderer {
    private static final String PAGE = "index.ftlh";
    private static final String TWIN = "newsletter.ftl";

    private final Printshop shop;
    private final Findings findings;
    private final Theme theme;

    /** @param findings where the mistakes of templates go */
    public IssueRenderer(Publication publication, ParsedTheme theme, Findings findings) {
        this(Printshop.of(publication, theme), findings);
    }

    private IssueRenderer(Printshop shop, Findings findings) {
        this.shop = shop;
        this.findings = findings;
        this.theme = new Theme(shop.files(), findings);
        findings.addAll(shop.troubles());
    }

    /** One that shares with this the templates that were parsed; it may work at the same time. */
    public IssueRenderer reportingTo(Findings others) {
        return new IssueRenderer(shop, others);
    }

    /** The page and its twin; what templates get wrong is missing in it and among the findings. */
    public Page render(Issue issue) {
        checkLayouts(issue);
        PictureSources pictures = new PictureSources(issue.pictures());
        Marks editors = new Marks();
        Printing page = Printing.begin(shop, PAGE, new Medium.Html(pictures, editors), issue, pictures);
        Printing twin = Printing.begin(shop, TWIN, new Medium.Text(new LinkNumbers()), issue, pictures);
        String html = Indentation.removeFrom(page.text(findings));
        String text = twin.text(findings);
        return new Page(
                issue.id(), html, PlainText.tidy(text), shop.publication().accent(), authorship(issue, editors));
    }

    /** What to call the deadline of an entry with a title, where it stands by itself. */
    public String deadlineOf(String title) {
        return shop.words().say("deadline-of", Map.of("0", title)).orElse(title);
    }

    private Authorship authorship(Issue issue, Marks editors) {
        Map<Integer, Origin> marks = new HashMap<>();
        shop.files().marks().addTo(marks);
        editors.addTo(marks);
        return new Authorship(
                marks,
                new WrittenValues(issue)
                        .all()
                        .and(issue.written())
                        .and(shop.publication().written()),
                theme.start(PAGE),
                theme.start(TWIN),
                theme.start(ParsedTheme.STYLE_SHEET).source());
    }

    private void checkLayouts(Issue issue) {
        for (Section section : issue.sections()) {
            for (Placement placement : section.entries()) {
                if (!theme.hasLayout(placement.layout())) {
                    reportLayout(section, placement);
                }
            }
        }
    }

    private void reportLayout(Section section, Placement placement) {
        String message = "there is no layout '" + placement.layout() + "'";
        Location at = section.layout()
                .map(layout -> layout.at())
                .orElse(placement.entry().type().layoutAt());
        findings.add(
                Code.UNKNOWN_LAYOUT,
                at,
                message,
                Suggestion.hint(placement.layout(), theme.layouts(), "the theme's layouts")
                        + " (a layout of your own is a file templates/" + placement.layout() + ".ftlh)");
    }
}
