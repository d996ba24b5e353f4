package newsletter.render;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.parse.Parsers;

/** The templates, style sheet and words as one issue needs them: a file that cannot be read is among its findings. */
final class Theme {
    private final ThemeFiles files;
    private final Findings findings;

    Theme(ThemeFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** A file of the theme; empty where neither has it, or with a finding where it cannot be read. */
    Optional<Source> source(String name) {
        ThemeFiles.Read read = files.read(name);
        findings.addAll(read.findings());
        return read.source();
    }

    /** Where something stands that FreeMarker found in a template; its lines and columns count the marks. */
    Location place(String name, int line, int column) {
        return source(name)
                .map(source -> files.template(source).original(line, column))
                .orElseGet(() -> new Location(new Source("templates/" + name, ""), line, column));
    }

    /** Where a file of the theme begins, whether or not it can be read. */
    Location start(String name) {
        return source(name).map(Source::start).orElseGet(() -> ThemeFiles.place(name));
    }

    /** Whether there is such a layout. */
    boolean hasLayout(String name) {
        return files.has(name + ".ftlh");
    }

    /** The names of all layouts, for "did you mean". */
    List<String> layouts() {
        return files.layouts();
    }

    /** The words of a language, from its region's file, its own, or else in English. */
    Words words(Locale language, Parsers parsers) {
        Source english = source("words/en.yaml").orElseThrow();
        for (String tag : List.of(language.toLanguageTag(), language.getLanguage())) {
            Optional<Source> own = source("words/" + tag + ".yaml");
            if (own.isPresent()) {
                return Words.read(own.get(), english, parsers, findings);
            }
        }
        String tag = language.getLanguage();
        String hint = "copy templates/words/en.yaml to templates/words/" + tag + ".yaml and translate it";
        findings.add(
                Code.UNKNOWN_WORDS,
                new Source("newsletter.yaml", "").start(),
                "the theme has no words in the language '" + tag + "', so English ones are used",
                hint);
        return Words.read(english, english, parsers, findings);
    }
}
