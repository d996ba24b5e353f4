package newsletter.render;

import freemarker.core.Environment;
import freemarker.core.ParseException;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** In characters; many times what any mail program shows. */
    private static final int LONGEST = 5_000_000;

    private static final String PAGE = "index.ftlh";
    private static final String TWIN = "newsletter.ftl";
    private static final String STYLE_SHEET = "style.css";

    private final Printshop shop;
    private final Findings findings;
    private final Theme theme;

    /**
     * @param templates the publication's own templates; the folder need not be there
     * @param findings where the mistakes of templates go
     */
    public IssueRenderer(Publication publication, Path templates, Findings findings) {
        this(open(publication, templates), findings);
    }

    private IssueRenderer(Printshop shop, Findings findings) {
        this.shop = shop;
        this.findings = findings;
        this.theme = new Theme(shop.files(), findings);
        findings.addAll(shop.troubles());
    }

    private static Printshop open(Publication publication, Path templates) {
        // FreeMarker would look for logging libraries, and print to the console. Read when its first class is
        // initialised.
        System.setProperty("org.freemarker.loggerLibrary", "none");
        return Printshop.of(publication, templates);
    }

    /** One that shares with this the templates that were parsed; it may work at the same time. */
    public IssueRenderer reportingTo(Findings others) {
        return new IssueRenderer(shop, others);
    }

    /** Whether the theme's files are still as they were read. */
    public boolean isCurrent() {
        return shop.files().areCurrent();
    }

    /** The page and its twin; what templates get wrong is missing in it and among the findings. */
    public Page render(Issue issue) {
        checkLayouts(issue);
        PictureSources pictures = new PictureSources(issue.pictures());
        Marks editors = new Marks();
        String html = Indentation.removeFrom(process(PAGE, new Medium.Html(pictures, editors), issue, pictures));
        String text = process(TWIN, new Medium.Text(new LinkNumbers()), issue, pictures);
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
                theme.start(STYLE_SHEET).source());
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

    private String process(String name, Medium medium, Issue issue, PictureSources pictures) {
        TemplateNames names =
                TemplateNames.of(shop.publication(), functions(medium).keySet());
        TemplateProblems problems = new TemplateProblems(theme, names, findings);
        ModelWrapper wrapper = new ModelWrapper(medium, shop.dates(), pictures, shop.files());
        BoundedWriter out = new BoundedWriter(LONGEST);
        Optional<Boolean> ended = shop.guard().run(() -> {
            process(name, medium, issue, wrapper, problems, out);
            return true;
        });
        if (ended.isEmpty() || out.isFull()) {
            problems.reportEndless(out.template().or(problems::last).orElse(name));
        }
        return out.toString();
    }

    private void process(
            String name,
            Medium medium,
            Issue issue,
            ModelWrapper wrapper,
            TemplateProblems problems,
            BoundedWriter out) {
        try {
            problems.asked(name);
            Template template = shop.templates().getTemplate(name);
            Environment run = template.createProcessingEnvironment(model(issue, medium), out, wrapper);
            run.setObjectWrapper(wrapper);
            run.setTemplateExceptionHandler(problems);
            run.process();
        } catch (ParseException e) {
            problems.report(e);
        } catch (TemplateNotFoundException e) {
            // A theme file is never wholly missing: it cannot be read.
            problems.missed(name);
        } catch (TemplateException e) {
            problems.report(e);
        } catch (BoundedWriter.FullException e) {
            // Said by the caller, who sees that it is full.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, TemplateMethodModelEx> functions(Medium medium) {
        return new TemplateFunctions(shop.words(), shop.dates()).of(medium);
    }

    private Map<String, Object> model(Issue issue, Medium medium) throws TemplateException {
        Map<String, Object> model = new HashMap<>(functions(medium));
        model.put("publication", shop.publication());
        model.put("issue", view(issue, medium));
        return model;
    }

    private IssueView view(Issue issue, Medium medium) throws TemplateException {
        Object intro = issue.intro().isPresent() ? medium.prose(issue.intro().get(), IssueView.HEADING_LEVEL) : null;
        return new IssueView(
                issue.id(),
                issue.title(),
                issue.date(),
                issue.subject(),
                issue.preheader(),
                Optional.ofNullable(intro),
                issue.sections(),
                issue.rows(),
                shop.publication().url().map(url -> url.resolve(issue.id() + "/")),
                shop.publication().unsubscribe());
    }

    /**
     * An issue as templates see it.
     *
     * @param intro rich text, ready for the medium
     * @param online where the page is on the web
     */
    public record IssueView(
            String id,
            String title,
            LocalDate date,
            String subject,
            Optional<String> preheader,
            Optional<Object> intro,
            List<Section> sections,
            List<List<Section>> rows,
            Optional<URI> online,
            Optional<URI> unsubscribe) {
        /** The level of a heading in the intro: it stands right under the page's h1. */
        static final int HEADING_LEVEL = 2;

        /** Copies the lists. */
        public IssueView {
            sections = List.copyOf(sections);
            rows = List.copyOf(rows);
        }
    }
}
