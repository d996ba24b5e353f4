package newsletter.render;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import newsletter.model.Color;
import newsletter.model.Moment;
import newsletter.model.PictureRef;
import newsletter.model.Placement;
import newsletter.model.Prose;
import newsletter.model.SectionPlan;
import newsletter.model.Value;
import org.jspecify.annotations.Nullable;

/** Shows the model's records to templates: an absent value as missing, a date as people write it, rich text as the medium has it. */
final class ModelWrapper extends DefaultObjectWrapper {
    /** Within an entry, whose title is an h3. */
    private static final int IN_ENTRY = 4;

    /** Within a section, whose heading is an h2. */
    private static final int IN_SECTION = 3;

    private final Medium medium;
    private final DateWords dates;
    private final PictureSources pictures;
    private final ThemeFiles theme;

    ModelWrapper(Medium medium, DateWords dates, PictureSources pictures, ThemeFiles theme) {
        super(Configuration.VERSION_2_3_34);
        // A template comes with a publication, and from getClass() it is not far to what it must not reach.
        setExposureLevel(EXPOSE_NOTHING);
        this.medium = medium;
        this.dates = dates;
        this.pictures = pictures;
        this.theme = theme;
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value instanceof Optional<?> optional) {
            return wrap(optional.orElse(null));
        }
        if (value instanceof Moment moment) {
            return new DateModel(moment, dates);
        }
        if (value instanceof LocalDate day) {
            return new DateModel(Moment.of(day, ZoneId.of("UTC")), dates);
        }
        if (value instanceof Prose prose) {
            return medium.prose(prose, IN_SECTION);
        }
        if (value instanceof URI uri) {
            return new SimpleScalar(uri.toString());
        }
        if (value instanceof Locale locale) {
            return new SimpleScalar(locale.toLanguageTag());
        }
        if (value instanceof Color color) {
            return new SimpleScalar(color.hex());
        }
        if (value instanceof SectionPlan.Layout layout) {
            return new SimpleScalar(layout.name());
        }
        if (value instanceof PictureRef picture) {
            return picture(picture, Optional.empty());
        }
        if (value instanceof Placement placement) {
            return new EntryModel(placement, this);
        }
        // A record has parts and no text: printing one is a mistake to be found, not "Section[heading=…".
        return value instanceof Record record ? new RecordModel(record, this) : super.wrap(value);
    }

    /** A picture of an entry, with whose it is. */
    @Nullable
    TemplateModel picture(PictureRef picture, Optional<String> credit) throws TemplateModelException {
        String source = pictures.of(picture);
        return credit.isPresent()
                ? super.wrap(Map.of("src", source, "alt", picture.alt(), "credit", credit.get()))
                : super.wrap(Map.of("src", source, "alt", picture.alt()));
    }

    /** A field's value within an entry. */
    @Nullable
    TemplateModel field(Value value, Optional<String> credit) throws TemplateModelException {
        if (value instanceof Value.Text text) {
            return new SimpleScalar(text.text());
        }
        if (value instanceof Value.Rich rich) {
            return medium.prose(rich.prose(), IN_ENTRY);
        }
        if (value instanceof Value.Image image) {
            return picture(image.picture(), credit);
        }
        if (value instanceof Value.Date date) {
            return wrap(date.moment());
        }
        if (value instanceof Value.Address address) {
            return wrap(address.uri());
        }
        if (value instanceof Value.Texts texts) {
            return wrap(texts.texts());
        }
        return value instanceof Value.Flag flag ? wrap(flag.set()) : wrap(((Value.Figure) value).number());
    }

    /**
     * The template for an entry in a layout: the one for its type where there is one. A story's where the layout has none for
     * this medium: one that nobody knows is reported once and not by every template.
     */
    String template(String layout, String type) {
        return Stream.of(layout + "-" + type, layout)
                .map(name -> name + medium.ending())
                .filter(theme::has)
                .findFirst()
                .orElse(ThemeFiles.FALLBACK_LAYOUT + medium.ending());
    }
}
