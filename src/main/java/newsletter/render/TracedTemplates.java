package newsletter.render;

import freemarker.core.Environment;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * FreeMarker's settings and the templates of a theme, each parsed once for all issues. Whichever is asked for while a template
 * runs is told to that run's {@link TemplateProblems}. Thread-safe.
 */
final class TracedTemplates extends Configuration {
    TracedTemplates(ThemeFiles files) {
        super(VERSION_2_3_34);
        setTemplateLoader(files);
        // The files do not change: see ThemeFiles.
        setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        setLocalizedLookup(false);
        // Else a tab counts as eight columns where it says what is wrong.
        setTabSize(1);
        setLogTemplateExceptions(false);
        setWrapUncheckedExceptions(true);
        setInterpolationSyntax(DOLLAR_INTERPOLATION_SYNTAX);
        // Templates come with a publication: "?new" would let one run programs.
        setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    }

    @Override
    public @Nullable Template getTemplate(
            String name,
            @Nullable Locale locale,
            @Nullable Object condition,
            @Nullable String encoding,
            boolean parsed,
            boolean ignoreMissing)
            throws IOException {
        try {
            // Each run has its own language; a template is the same in all of them.
            Template template = super.getTemplate(name, Locale.ROOT, condition, encoding, parsed, false);
            running().ifPresent(run -> run.asked(name));
            return template;
        } catch (TemplateNotFoundException e) {
            running().ifPresent(run -> run.missed(e.getTemplateName()));
            if (ignoreMissing) {
                return null;
            }
            throw e;
        } catch (IOException e) {
            // What FreeMarker says of a template that it could not parse before.
            throw e.getCause() instanceof ParseException before ? before : e;
        }
    }

    private static Optional<TemplateProblems> running() {
        return Optional.ofNullable(Environment.getCurrentEnvironment())
                .map(Environment::getTemplateExceptionHandler)
                .filter(TemplateProblems.class::isInstance)
                .map(TemplateProblems.class::cast);
    }
}
