package newsletter.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Suggestion;
import newsletter.model.Moment;
import org.jspecify.annotations.Nullable;

/** The functions that templates may call. */
final class TemplateFunctions {
    private static final String HINT = "docs/templates.md says how each function is called";

    private final Words words;
    private final DateWords dates;

    TemplateFunctions(Words words, DateWords dates) {
        this.words = words;
        this.dates = dates;
    }

    /** All of them by name; those that set lines only where the medium is plain text. */
    Map<String, TemplateMethodModelEx> of(Medium medium) {
        Map<String, TemplateMethodModelEx> functions = new HashMap<>();
        functions.put("say", this::say);
        functions.put("period", this::period);
        functions.put("hours", this::hours);
        functions.put("dateBlock", this::dateBlock);
        if (medium instanceof Medium.Text) {
            functions.put("wrap", arguments -> PlainText.wrap(text(arguments, 0), number(arguments, 1)));
            functions.put("underline", arguments -> PlainText.underline(text(arguments, 0), text(arguments, 1)));
        }
        return functions;
    }

    private String say(List<?> arguments) throws TemplateModelException {
        String key = text(arguments, 0);
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < arguments.size(); i++) {
            values.put(Integer.toString(i - 1), text(arguments, i));
        }
        Optional<String> said = words.say(key, values);
        if (said.isEmpty()) {
            String hint = Suggestion.nearest(key, words.keys())
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("add it to words/en.yaml");
            throw new FunctionException("the theme's words have no '" + key + "'", hint);
        }
        return said.get();
    }

    private String period(List<?> arguments) throws TemplateModelException {
        return dates.period(start(arguments), end(arguments));
    }

    private @Nullable String hours(List<?> arguments) throws TemplateModelException {
        return dates.hours(start(arguments), end(arguments)).orElse(null);
    }

    private Map<String, String> dateBlock(List<?> arguments) throws TemplateModelException {
        Moment start = start(arguments);
        Optional<Moment> end = end(arguments);
        return Map.of("month", dates.blockMonth(start, end), "days", dates.blockDays(start, end));
    }

    private static Moment start(List<?> arguments) throws TemplateModelException {
        return moment(arguments, 0)
                .orElseThrow(() -> new FunctionException(
                        "the first argument must be a date", "give it a date field, like entry.start"));
    }

    private static Optional<Moment> end(List<?> arguments) {
        return moment(arguments, 1);
    }

    private static Optional<Moment> moment(List<?> arguments, int index) {
        return arguments.size() > index && arguments.get(index) instanceof DateModel date
                ? Optional.of(date.moment())
                : Optional.empty();
    }

    private static String text(List<?> arguments, int index) throws TemplateModelException {
        Object argument = arguments.size() > index ? arguments.get(index) : null;
        if (argument instanceof TemplateScalarModel text) {
            return Optional.ofNullable(text.getAsString()).orElse("");
        }
        if (argument instanceof TemplateNumberModel number) {
            return number.getAsNumber().toString();
        }
        throw new FunctionException("argument " + (index + 1) + " must be a text", HINT);
    }

    private static int number(List<?> arguments, int index) throws TemplateModelException {
        if (arguments.size() <= index) {
            return 0;
        }
        if (arguments.get(index) instanceof TemplateNumberModel number) {
            return number.getAsNumber().intValue();
        }
        throw new FunctionException("argument " + (index + 1) + " must be a number", HINT);
    }
}
