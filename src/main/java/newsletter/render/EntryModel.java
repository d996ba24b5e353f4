package newsletter.render;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import newsletter.model.Entry;
import newsletter.model.Field;
import newsletter.model.Placement;
import org.jspecify.annotations.Nullable;

/** An entry as templates see it: each field by its name, and what its place in the issue adds. */
final class EntryModel implements TemplateHashModel {
    /** The names of what its place in the issue adds. */
    static final List<String> PLACE = List.of("id", "anchor", "type", "template", "closing", "lastChance");

    private final Placement placement;
    private final ModelWrapper wrapper;

    EntryModel(Placement placement, ModelWrapper wrapper) {
        this.placement = placement;
        this.wrapper = wrapper;
    }

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
        Entry entry = placement.entry();
        return switch (key) {
            case "id" -> wrapper.wrap(entry.id());
            case "anchor" -> wrapper.wrap(placement.anchor());
            case "type" -> wrapper.wrap(entry.type().name());
            case "template" ->
                wrapper.wrap(wrapper.template(placement.layout(), entry.type().name()));
            case "closing" -> wrapper.wrap(placement.closing());
            case "lastChance" -> wrapper.wrap(placement.lastChance());
            default -> field(entry, key);
        };
    }

    private @Nullable TemplateModel field(Entry entry, String key) throws TemplateModelException {
        Field field = entry.fields().get(key);
        return field == null ? null : wrapper.field(field.value(), entry.text("credit"));
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
