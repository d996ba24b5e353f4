package newsletter.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.parse.Parsers;
import newsletter.parse.Yaml;

/** The theme's own words in one language. What a translation lacks is said in English. */
final class Words {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    private Words() {}

    static Words read(Source own, Source english, Parsers parsers, Findings findings) {
        Words words = new Words();
        words.add(english, parsers, findings);
        if (!own.equals(english)) {
            words.add(own, parsers, findings);
        }
        return words;
    }

    private void add(Source source, Parsers parsers, Findings findings) {
        Optional<Yaml> root = parsers.yaml(source, findings);
        if (root.isPresent() && root.get() instanceof Yaml.Mapping mapping) {
            mapping.members().forEach((key, member) -> add(key, member.value()));
        } else if (!findings.hasErrorsIn(source.path()::equals)) {
            findings.add(Code.WRONG_KIND, source.start(), "words must be keys with texts", "compare words/en.yaml");
        }
    }

    private void add(String key, Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            texts.put(key, scalar.text());
        } else if (value instanceof Yaml.Sequence list) {
            lists.put(key, list.items().stream().map(Words::text).toList());
        } else if (value instanceof Yaml.Mapping group) {
            group.members().forEach((name, member) -> texts.put(key + "." + name, text(member.value())));
        }
    }

    private static String text(Yaml value) {
        return value instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }

    /** The text under a key, with each {@code {name}} replaced. */
    Optional<String> say(String key, Map<String, String> values) {
        return Optional.ofNullable(texts.get(key)).map(text -> {
            String said = text;
            for (Map.Entry<String, String> value : values.entrySet()) {
                said = said.replace("{" + value.getKey() + "}", value.getValue());
            }
            return said;
        });
    }

    /** The 1-based item of a list, for example of a month; empty text where the list is too short. */
    String item(String key, int number) {
        List<String> list = lists.getOrDefault(key, List.of());
        return number <= list.size() ? list.get(number - 1) : "";
    }

    /** All keys of texts. */
    Set<String> keys() {
        return texts.keySet();
    }
}
