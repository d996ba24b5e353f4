package newsletter.email.style;

import com.helger.css.CSSSourceLocation;
import com.helger.css.ICSSSourceLocationAware;
import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSFontFaceRule;
import com.helger.css.decl.CSSImportRule;
import com.helger.css.decl.CSSKeyframesRule;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CSSSupportsRule;
import com.helger.css.decl.CSSUnknownRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderDeclarationList;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.writer.CSSWriterSettings;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import newsletter.cache.CacheFile;
import newsletter.finding.Code;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.finding.Suggestion;

/**
 * Reads style sheets; each text once, as readers with different findings share what was read, and what an earlier run read is taken
 * from a cache where nothing was found in it. Not thread-safe, but others may read at the same time.
 */
final class StyleSheetReader {
    private static final CSSWriterSettings SHORT = new CSSWriterSettings(true);

    private final Findings findings;
    private final CacheFile cache;
    private final ConcurrentMap<String, Read> sheets;
    private final Map<String, StyleSheet> reported = new HashMap<>();
    private final Map<String, List<Declaration>> attributes = new HashMap<>();

    /**
     * @param cache of this version of the tool
     * @param findings where what cannot be read goes
     */
    StyleSheetReader(CacheFile cache, Findings findings) {
        this(cache, findings, new ConcurrentHashMap<>());
    }

    private StyleSheetReader(CacheFile cache, Findings findings, ConcurrentMap<String, Read> sheets) {
        this.cache = cache;
        this.findings = findings;
        this.sheets = sheets;
    }

    /** A style sheet and what is wrong with it. */
    private record Read(StyleSheet sheet, List<Finding> findings) {}

    /** One that shares with this what was read. */
    StyleSheetReader reportingTo(Findings others) {
        return new StyleSheetReader(cache, others, sheets);
    }

    /**
     * A style sheet; what cannot be read is missing in it and among the findings.
     *
     * @param media the medium that all of it is for, as in {@code <style media="print">}; empty for every one
     */
    StyleSheet read(StyleText styles, String media) {
        StyleText whole = styles.within(media);
        return reported.computeIfAbsent(key(whole), key -> {
            Read read = sheets.computeIfAbsent(key, unread -> read(whole));
            findings.addAll(read.findings());
            return read.sheet();
        });
    }

    private Read read(StyleText styles) {
        Findings own = new Findings();
        CacheFile kept = styles.isWhole() ? cache : CacheFile.none();
        StyleSheet sheet = kept.value(
                        ("styles\n" + styles.text()).getBytes(StandardCharsets.UTF_8),
                        new StyleSheetCodec(styles.source()),
                        () -> Optional.of(new Reading(styles, own).read()),
                        own::isEmpty)
                .orElseThrow();
        return new Read(sheet, own.sorted());
    }

    /** The declarations of a style attribute. */
    List<Declaration> readAttribute(StyleText styles) {
        return attributes.computeIfAbsent(key(styles), key -> new Reading(styles, findings).attribute());
    }

    private static String key(StyleText styles) {
        return styles.source().path() + '\n' + styles.text();
    }

    /** The reading of one text. */
    private static final class Reading {
        private final Findings findings;
        private final Source source;
        private final String text;
        private final SyntaxProblems problems;
        private final KnownProperties properties = KnownProperties.all();
        private final List<Rule> rules = new ArrayList<>();
        private final List<StyleSheet.Named> named = new ArrayList<>();

        Reading(StyleText styles, Findings findings) {
            this.findings = findings;
            this.source = styles.source();
            this.text = styles.text();
            this.problems = new SyntaxProblems(styles, findings);
        }

        StyleSheet read() {
            Optional<CascadingStyleSheet> sheet = parse();
            sheet.stream().flatMap(found -> found.getAllImportRules().stream()).forEach(this::reportImport);
            sheet.ifPresent(found -> addAll(found.getAllRules(), Optional.empty()));
            return new StyleSheet(rules, named);
        }

        /**
         * Leniently, so that one mistake does not hide the next; where that finds nothing, strictly too, because the lenient way
         * passes over some of them in silence.
         */
        private Optional<CascadingStyleSheet> parse() {
            try {
                CascadingStyleSheet lenient = CSSReader.readFromReader(() -> new StringReader(text), settings(true));
                if (!problems.found()) {
                    CSSReader.readFromReader(() -> new StringReader(text), settings(false));
                }
                if (!problems.found()) {
                    problems.checkBraces();
                }
                return Optional.ofNullable(lenient);
            } catch (StackOverflowError e) {
                findings.add(
                        Code.CSS_SYNTAX,
                        source.start(),
                        "the style sheet has too many brackets within brackets",
                        "take some of them out");
                return Optional.empty();
            }
        }

        private CSSReaderSettings settings(boolean lenient) {
            return new CSSReaderSettings()
                    .setBrowserCompliantMode(lenient)
                    .setTabSize(Places.TAB)
                    .setCustomErrorHandler(problems)
                    .setCustomExceptionHandler(problems);
        }

        List<Declaration> attribute() {
            var list = CSSReaderDeclarationList.readFromReader(new StringReader(text), settings(true));
            return list == null ? List.of() : declarations(list.getAllDeclarations());
        }

        private void addAll(List<ICSSTopLevelRule> all, Optional<MediaQueries> media) {
            for (ICSSTopLevelRule rule : all) {
                add(rule, media);
            }
        }

        private void add(ICSSTopLevelRule rule, Optional<MediaQueries> media) {
            if (rule instanceof CSSStyleRule style) {
                addStyle(style, media.map(MediaQueries::text).orElse(""));
            } else if (rule instanceof CSSMediaRule inner) {
                addMedia(inner, media);
            } else if (media.isPresent()) {
                reportNested(at(rule), name(rule) + " within @media");
            } else {
                addAtRule(rule);
            }
        }

        private void addAtRule(ICSSTopLevelRule rule) {
            if (rule instanceof CSSFontFaceRule face) {
                addFace(face);
            } else if (rule instanceof CSSKeyframesRule frames) {
                named.add(new StyleSheet.Named(frames.getAnimationName(), frames.getAsCSSString(SHORT, 0)));
            } else if (rule instanceof CSSSupportsRule supports) {
                addSupports(supports);
            } else {
                reportUnknown(rule);
            }
        }

        private void addStyle(CSSStyleRule style, String condition) {
            List<Declaration> declarations = declarations(style.getAllDeclarations());
            List<Selector> selectors = SelectorReader.read(style.getAllSelectors()).stream()
                    .distinct()
                    .toList();
            rules.add(new Rule(condition, selectors, declarations, rules.size()));
        }

        private void addMedia(CSSMediaRule rule, Optional<MediaQueries> outer) {
            MediaQueries inner = MediaQueries.of(rule.getAllMediaQueries());
            Optional<MediaQueries> both =
                    outer.isEmpty() ? Optional.of(inner) : outer.get().and(inner);
            if (both.isPresent()) {
                addAll(rule.getAllRules(), both);
            } else {
                reportNested(at(rule), "this @media within another");
            }
        }

        private void addSupports(CSSSupportsRule rule) {
            String condition = rule.getAllSupportConditionMembers().stream()
                    .map(member -> member.getAsCSSString(SHORT, 0))
                    .collect(Collectors.joining(" ", "@supports ", ""));
            for (ICSSTopLevelRule inner : rule.getAllRules()) {
                if (inner instanceof CSSStyleRule style) {
                    addStyle(style, condition);
                } else {
                    reportNested(at(inner), name(inner) + " within @supports");
                }
            }
        }

        private void addFace(CSSFontFaceRule face) {
            CSSDeclaration family = face.getDeclarationOfPropertyName("font-family");
            String name =
                    family == null ? "" : family.getExpressionAsCSSString().replaceAll("[\"']", "");
            named.add(new StyleSheet.Named(name, face.getAsCSSString(SHORT, 0)));
        }

        private List<Declaration> declarations(List<CSSDeclaration> all) {
            return all.stream().map(this::declaration).flatMap(Optional::stream).toList();
        }

        private Optional<Declaration> declaration(CSSDeclaration declaration) {
            Location at = Places.of(source, declaration.getSourceLocation());
            String written = declaration.getProperty();
            String property = written.startsWith("--") ? written : written.toLowerCase(Locale.ROOT);
            // What stands after a mistake may be read wrongly: one finding is enough.
            if (!properties.contains(property) && !problems.found()) {
                reportProperty(property, at);
            }
            String value = Colors.sixDigits(property, declaration.getExpressionAsCSSString());
            if (Colors.isColorAlone(property) && Colors.notAColor(value).isPresent()) {
                if (!problems.found()) {
                    reportColor(Colors.notAColor(value).get(), at);
                }
                return Optional.empty();
            }
            return Optional.of(new Declaration(property, value, declaration.isImportant(), at));
        }

        private void reportProperty(String property, Location at) {
            String hint = Suggestion.nearest(property, properties.names())
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("correct its name, or leave it out");
            findings.add(Code.CSS_PROPERTY, at, "there is no property '" + property + "'", hint);
        }

        private void reportColor(String word, Location at) {
            findings.add(
                    Code.CSS_COLOR,
                    at,
                    "'" + word + "' is not a colour, so the declaration says nothing",
                    "write six hexadecimal digits, as in #1F2933");
        }

        private void reportImport(CSSImportRule rule) {
            findings.add(
                    Code.CSS_AT_RULE,
                    Places.of(source, rule.getSourceLocation()),
                    "@import is left out: mail clients load no style sheets",
                    "copy the rules that you need into this one");
        }

        private void reportNested(Location at, String what) {
            findings.add(
                    Code.CSS_AT_RULE,
                    at,
                    what + " is left out: clients drop a style sheet that has an at-rule in another",
                    "write it on its own, outside");
        }

        private void reportUnknown(ICSSTopLevelRule rule) {
            findings.add(
                    Code.CSS_AT_RULE,
                    at(rule),
                    name(rule) + " is left out: mail clients do not know it",
                    "write what is in it as rules of their own");
        }

        private Location at(ICSSTopLevelRule rule) {
            CSSSourceLocation location =
                    rule instanceof ICSSSourceLocationAware aware ? aware.getSourceLocation() : null;
            return Places.of(source, location);
        }

        private static String name(ICSSTopLevelRule rule) {
            String text =
                    rule instanceof CSSUnknownRule unknown ? unknown.getDeclaration() : rule.getAsCSSString(SHORT, 0);
            return text.split("[\\s({]", 2)[0];
        }
    }
}
