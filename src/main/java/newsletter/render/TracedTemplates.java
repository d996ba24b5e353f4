package newsletter.render;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.Version;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * FreeMarker's settings, which remember the template that was asked for last: of templates that include each other without end,
 * the stack that overflows says nothing. Thread-safe, since a template that is given up may still be running.
 */
final class TracedTemplates extends Configuration {
    private final AtomicReference<@Nullable String> last = new AtomicReference<>();

    TracedTemplates(Version version) {
        super(version);
    }

    /** The name of the template that was asked for last. */
    Optional<String> last() {
        return Optional.ofNullable(last.get());
    }

    @Override
    public Template getTemplate(
            String name,
            @Nullable Locale locale,
            @Nullable Object condition,
            @Nullable String encoding,
            boolean parsed,
            boolean ignoreMissing)
            throws IOException {
        Template template = super.getTemplate(name, locale, condition, encoding, parsed, ignoreMissing);
        last.set(name);
        return template;
    }
}
