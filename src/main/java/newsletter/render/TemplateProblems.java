package newsletter.render;

import freemarker.core.Environment;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.Writer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Suggestion;
import org.jspecify.annotations.Nullable;

/** Turns FreeMarker's complaints into findings and lets the template go on, so that all its mistakes are found at once. */
final class TemplateProblems implements TemplateExceptionHandler {
    private static final int MOST = 50;

    private final Theme theme;
    private final Findings findings;
    private final Collection<String> entryNames;
    private final Set<Location> reported = new HashSet<>();

    /** @param entryNames what a template may ask an entry for, for "did you mean" */
    TemplateProblems(Theme theme, Findings findings, Collection<String> entryNames) {
        this.theme = theme;
        this.findings = findings;
        this.entryNames = entryNames;
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
        if (!reported.add(at)) {
            return;
        }
        if (problem.getCause() instanceof TemplateNotFoundException missing) {
            String message = "there is no template '" + missing.getTemplateName() + "'";
            findings.add(
                    Code.TEMPLATE_ERROR,
                    at,
                    message,
                    "correct the name, or write the file templates/" + missing.getTemplateName());
        } else if (problem instanceof InvalidReferenceException missing) {
            reportMissing(missing.getBlamedExpressionString(), at);
        } else {
            findings.add(
                    Code.TEMPLATE_ERROR,
                    at,
                    sentence(problem.getMessageWithoutStackTop()),
                    "docs/templates.md lists what a template sees, and of which kind it is");
        }
    }

    private void reportMissing(@Nullable String expression, Location at) {
        String name = expression == null ? "a value" : "'" + expression + "'";
        String last = expression == null ? "" : expression.substring(expression.lastIndexOf('.') + 1);
        Optional<String> near = expression != null && expression.startsWith("entry.") && !entryNames.contains(last)
                ? Suggestion.nearest(last, entryNames)
                : Optional.empty();
        String hint = near.map(word -> "did you mean 'entry." + word + "'?")
                .orElse("where it may be missing write ${" + (expression == null ? "…" : expression) + "!} or <#if "
                        + (expression == null ? "…" : expression) + "??>");
        findings.add(Code.TEMPLATE_ERROR, at, name + " has no value here", hint);
    }

    /** Reports a template that cannot be read. */
    void report(ParseException syntax) {
        Location at = place(syntax.getTemplateName(), syntax.getLineNumber(), syntax.getColumnNumber());
        if (reported.add(at)) {
            findings.add(
                    Code.TEMPLATE_SYNTAX,
                    at,
                    sentence(syntax.getEditorMessage()),
                    "every <#if> and <#list> needs its end, every ${ its }");
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

    /** FreeMarker's first sentence on one line, begun in lower case. */
    private static String sentence(@Nullable String message) {
        String text = message == null
                ? ""
                : message.strip()
                        .split("\n\\s*\n|\n----|\\. *\n", 2)[0]
                        .replaceAll("\\s+", " ")
                        .strip();
        String plain = text.endsWith(".") || text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        int arrow = plain.indexOf(" ==>");
        String cut = arrow > 0 ? plain.substring(0, arrow) : plain;
        return cut.isEmpty()
                ? "the template cannot be read here"
                : Character.toLowerCase(cut.charAt(0)) + cut.substring(1);
    }
}
