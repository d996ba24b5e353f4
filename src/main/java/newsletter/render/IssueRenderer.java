package newsletter.render;

import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Suggestion;
import newsletter.model.Authorship;
import newsletter.model.Issue;
import newsletter.model.Page;
import newsletter.model.Placement;
import newsletter.model.Publication;
import newsletter.model.Section;
import newsletter.parse.Guard;

/** An issue through the theme's templates. */
public final class IssueRenderer {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** In characters; many times what any mail program shows. */
    private static final int LONGEST = 5_000_000;

    private static final String PAGE = "index.ftlh";
    private static final String TWIN = "newsletter.ftl";
    private static final String STYLE_SHEET = "style.css";

    private final Publication publication;
    private final Findings findings;
    private final Theme theme;
    private final Words words;
    private final DateWords dates;

    /**
     * @param templates the publication's own templates; the folder need not be there
     * @param findings where the mistakes of templates go
     */
    public IssueRenderer(Publication publication, Path templates, Findings findings) {
        // FreeMarker would look for logging libraries, and print to the console. Read when its first class is
        // initialised.
        System.setProperty("org.freemarker.loggerLibrary", "none");
        this.publication = publication;
        this.findings = findings;
        this.theme = new Theme(templates, findings);
        this.words = theme.words(publication.language());
        this.dates = new DateWords(words, publication.timezone());
    }

    /** The page and its twin; what templates get wrong is missing in it and among the findings. */
    public Page render(Issue issue) {
        checkLayouts(issue);
        PictureSources pictures = new PictureSources(issue.pictures());
        String html = Indentation.removeFrom(process(PAGE, new Medium.Html(pictures, theme.marks()), issue, pictures));
        String text = process(TWIN, new Medium.Text(new LinkNumbers()), issue, pictures);
        return new Page(issue.id(), html, PlainText.tidy(text), publication.accent(), authorship(issue));
    }

    /** What to call the deadline of an entry with a title, where it stands by itself. */
    public String deadlineOf(String title) {
        return words.say("deadline-of", Map.of("0", title)).orElse(title);
    }

    private Authorship authorship(Issue issue) {
        return new Authorship(
                theme.marks().all(),
                new WrittenValues(issue).all().and(issue.written()).and(publication.written()),
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
        Set<String> functions = new TemplateFunctions(words, dates).of(medium).keySet();
        TemplateNames names = TemplateNames.of(publication, functions);
        TemplateProblems problems = new TemplateProblems(theme, names, findings);
        TracedTemplates templates = settings(new ModelWrapper(medium, dates, pictures, theme), problems);
        BoundedWriter out = new BoundedWriter(LONGEST);
        Optional<Boolean> ended = new Guard(LIMIT).run(() -> {
            process(name, medium, issue, templates, problems, out);
            return true;
        });
        if (ended.isEmpty() || out.isFull()) {
            problems.reportEndless(out.template().or(templates::last).orElse(name));
        }
        return out.toString();
    }

    private void process(
            String name,
            Medium medium,
            Issue issue,
            Configuration templates,
            TemplateProblems problems,
            BoundedWriter out) {
        try {
            templates.getTemplate(name).process(model(issue, medium), out);
        } catch (ParseException e) {
            problems.report(e);
        } catch (TemplateNotFoundException e) {
            // Said already, where the file could not be read; a theme file is never wholly missing.
        } catch (TemplateException e) {
            problems.report(e);
        } catch (BoundedWriter.FullException e) {
            // Said by the caller, who sees that it is full.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TracedTemplates settings(ModelWrapper wrapper, TemplateProblems problems) {
        TracedTemplates settings = new TracedTemplates(Configuration.VERSION_2_3_34);
        settings.setTemplateLoader(theme);
        settings.setLocalizedLookup(false);
        // Else a tab counts as eight columns where it says what is wrong.
        settings.setTabSize(1);
        settings.setLocale(publication.language());
        settings.setTimeZone(TimeZone.getTimeZone(publication.timezone()));
        settings.setObjectWrapper(wrapper);
        settings.setTemplateExceptionHandler(problems);
        settings.setLogTemplateExceptions(false);
        settings.setWrapUncheckedExceptions(true);
        settings.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        // Templates come with a publication: "?new" would let one run programs.
        settings.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        return settings;
    }

    private Map<String, Object> model(Issue issue, Medium medium) throws TemplateException {
        Map<String, Object> model = new HashMap<>(new TemplateFunctions(words, dates).of(medium));
        model.put("publication", publication);
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
                publication.url().map(url -> url.resolve(issue.id() + "/")),
                publication.unsubscribe());
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
