package newsletter.render;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import newsletter.finding.Suggestion;
import newsletter.model.EntryType;
import newsletter.model.Publication;
import newsletter.model.Section;

/**
 * The names that templates know, for "did you mean".
 *
 * @param parts what each of {@code publication}, {@code issue}, {@code section} and {@code entry} has
 * @param functions what can be called
 */
record TemplateNames(Map<String, Set<String>> parts, Set<String> functions) {
    static TemplateNames of(Publication publication, Set<String> functions) {
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        parts.put("publication", components(Publication.class));
        parts.put("issue", components(IssueView.class));
        parts.put("section", components(Section.class));
        Set<String> fields = publication.types().values().stream()
                .map(EntryType::fields)
                .flatMap(specs -> specs.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        fields.addAll(EntryModel.PLACE);
        parts.put("entry", fields);
        return new TemplateNames(parts, new TreeSet<>(functions));
    }

    private static Set<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether an expression like {@code entry.place} asks for something that there may be. */
    boolean knows(String expression) {
        List<String> words = List.of(expression.split("\\.", 2));
        return words.size() == 2 && parts.getOrDefault(words.get(0), Set.of()).contains(words.get(1));
    }

    /** What was meant by an expression that has a slip in its first or second word. */
    Optional<String> meant(String expression) {
        List<String> words = List.of(expression.split("\\.", 3));
        Set<String> known = parts.get(words.get(0));
        if (known == null) {
            Set<String> roots = new HashSet<>(parts.keySet());
            roots.addAll(functions);
            return Suggestion.nearest(words.get(0), roots);
        }
        return words.size() < 2 || known.contains(words.get(1))
                ? Optional.empty()
                : Suggestion.meant(words.get(1), known).map(near -> words.get(0) + "." + near);
    }
}
