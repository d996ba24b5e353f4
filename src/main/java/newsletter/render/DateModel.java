package newsletter.render;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import newsletter.model.Moment;
import org.jspecify.annotations.Nullable;

/**
 * A date as templates see it: prints as people write it, and has its parts.
 *
 * @param moment the date
 * @param words of the publication's language
 */
record DateModel(Moment moment, DateWords words) implements TemplateScalarModel, TemplateHashModel {
    @Override
    public String getAsString() {
        return words.full(moment);
    }

    @Override
    public @Nullable TemplateModel get(String key) {
        return switch (key) {
            case "day" -> new SimpleNumber(moment.day().getDayOfMonth());
            case "month" -> new SimpleScalar(words.month(moment.day()));
            case "monthShort" -> new SimpleScalar(words.shortMonth(moment.day()));
            case "year" -> new SimpleScalar(Integer.toString(moment.day().getYear()));
            case "time" -> words.time(moment).map(SimpleScalar::new).orElse(null);
            case "iso" -> new SimpleScalar(moment.day().toString());
            case "short" -> new SimpleScalar(words.withoutYear(moment));
            default -> null;
        };
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
