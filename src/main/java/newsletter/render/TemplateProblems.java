package newsletter.render;

import freemarker.core.Environment;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.Writer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import org.jspecify.annotations.Nullable;

/** Turns FreeMarker's complaints into findings and lets the template go on, so that all its mistakes are found at once. */
final class TemplateProblems implements TemplateExceptionHandler {
    private static final int MOST = 50;

    private final Theme theme;
    private final Findings findings;
    private final TemplateNames names;
    private final Set<Location> reported = new HashSet<>();

    /** Of templates that include each other without end, the stack that overflows says nothing; one that is given up may still ask. */
    private final AtomicReference<@Nullable String> last = new AtomicReference<>();

    /** @param names what templates know, for "did you mean" */
    TemplateProblems(Theme theme, TemplateNames names, Findings findings) {
        this.theme = theme;
        this.names = names;
        this.findings = findings;
    }

    /** A template was asked for. */
    void asked(String template) {
        last.set(template);
    }

    /** A template was asked for that nobody has, or that cannot be read. */
    void missed(String template) {
        theme.start(template);
    }

    /** The name of the template that was asked for last. */
    Optional<String> last() {
        return Optional.ofNullable(last.get());
    }

    @Override
    public void handleTemplateException(TemplateException problem, Environment environment, Writer out)
            throws TemplateException {
        if (environment.isInAttemptBlock() || reported.size() > MOST) {
            throw problem;
        }
        report(problem);
    }

    /** Reports what stopped a template. */
    void report(TemplateException problem) {
        if (problem.getCause() instanceof ParseException syntax) {
            report(syntax);
            return;
        }
        Location at = place(problem.getTemplateSourceName(), problem.getLineNumber(), problem.getColumnNumber());
        if (reported.add(at)) {
            new ValueComplaint(problem, at, names).tell().report(Code.TEMPLATE_ERROR, findings);
        }
    }

    /** Reports a template that cannot be read. */
    void report(ParseException syntax) {
        Location at = place(syntax.getTemplateName(), syntax.getLineNumber(), syntax.getColumnNumber());
        if (reported.add(at)) {
            new SyntaxComplaint(syntax, at).tell().report(Code.TEMPLATE_SYNTAX, findings);
        }
    }

    /** Reports a template that goes on without end. */
    void reportEndless(String template) {
        String message = "this template does not come to an end";
        findings.add(
                Code.TEMPLATE_ERROR,
                place(template, 1, 1),
                message,
                "look for a <#list> without an end, or a template that includes itself");
    }

    private Location place(@Nullable String template, @Nullable Integer line, @Nullable Integer column) {
        String name = template == null ? "index.ftlh" : template;
        return theme.place(name, positive(line), positive(column));
    }

    private static int positive(@Nullable Integer number) {
        return number == null ? 1 : Math.max(1, number);
    }
}
