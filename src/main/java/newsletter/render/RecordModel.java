package newsletter.render;

import freemarker.template.SimpleCollection;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A record as templates see it: what it tells without being asked for more, each by its name. */
final class RecordModel implements TemplateHashModelEx {
    private static final Set<String> GENERATED = Set.of("toString", "hashCode");

    /** The same for all records of a class, so that the JVM is asked once. */
    private static final ClassValue<Map<String, Method>> PARTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> parts = new TreeMap<>();
            for (Method method : type.getDeclaredMethods()) {
                if (isPart(method)) {
                    parts.put(method.getName(), method);
                }
            }
            return parts;
        }
    };

    private final Record record;
    private final Map<String, Method> parts;
    private final ModelWrapper wrapper;

    RecordModel(Record record, ModelWrapper wrapper) {
        this.record = record;
        this.parts = PARTS.get(record.getClass());
        this.wrapper = wrapper;
    }

    private static boolean isPart(Method method) {
        boolean asked = Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
        return asked && method.getParameterCount() == 0 && !GENERATED.contains(method.getName());
    }

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
        Method part = parts.get(key);
        try {
            return part == null ? null : wrapper.wrap(part.invoke(record));
        } catch (ReflectiveOperationException e) {
            throw new TemplateModelException("'" + key + "' cannot be read", e);
        }
    }

    @Override
    public int size() {
        return parts.size();
    }

    @Override
    public TemplateCollectionModel keys() {
        return new SimpleCollection(parts.keySet(), wrapper);
    }

    @Override
    public TemplateCollectionModel values() throws TemplateModelException {
        List<@Nullable TemplateModel> values = new ArrayList<>();
        for (String key : parts.keySet()) {
            values.add(get(key));
        }
        return new SimpleCollection(values, wrapper);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
