package newsletter.render;

import freemarker.core.Environment;
import freemarker.core.ParseException;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Findings;
import newsletter.model.Issue;
import newsletter.parse.Guard;

/** A template that is at work on an issue, beside whoever began it. */
final class Printing {
    /** In characters; many times what any mail program shows. */
    private static final int LONGEST = 5_000_000;

    private final Printshop shop;
    private final String name;
    private final Medium medium;
    private final Map<String, Object> model;
    private final Findings findings = new Findings();
    private final TemplateProblems problems;
    private final BoundedWriter out = new BoundedWriter(LONGEST);
    private final Guard.Work<Boolean> work;

    private Printing(Printshop shop, String name, Medium medium, Issue issue, PictureSources pictures) {
        this.shop = shop;
        this.name = name;
        this.medium = medium;
        this.model = new HashMap<>(new TemplateFunctions(shop.words(), shop.dates()).of(medium));
        TemplateNames names = TemplateNames.of(shop.publication(), model.keySet());
        this.problems = new TemplateProblems(new Theme(shop.files(), findings), names, findings);
        this.work = shop.guard().begin(() -> {
            process(issue, pictures);
            return true;
        });
    }

    /** Has a template begin. */
    static Printing begin(Printshop shop, String template, Medium medium, Issue issue, PictureSources pictures) {
        return new Printing(shop, template, medium, issue, pictures);
    }

    /** What it wrote, when it is done; what it gets wrong is missing there and among the findings. */
    String text(Findings others) {
        Optional<Boolean> ended = work.result();
        if (ended.isEmpty() || out.isFull()) {
            problems.reportEndless(out.template().or(problems::last).orElse(name));
        }
        others.addAll(findings);
        return out.toString();
    }

    private void process(Issue issue, PictureSources pictures) {
        try {
            problems.asked(name);
            Template template = shop.templates().getTemplate(name);
            model.put("publication", shop.publication());
            model.put("issue", view(issue));
            ModelWrapper wrapper = new ModelWrapper(medium, shop.dates(), pictures, shop.files());
            Environment run = template.createProcessingEnvironment(model, out, wrapper);
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
            // Said by whoever waits, who sees that it is full.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IssueView view(Issue issue) throws TemplateException {
        Object intro = issue.intro().isPresent() ? medium.prose(issue.intro().get(), IssueView.HEADING_LEVEL) : null;
        return IssueView.of(issue, Optional.ofNullable(intro), shop.publication());
    }
}
