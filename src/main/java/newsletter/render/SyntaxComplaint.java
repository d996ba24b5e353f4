package newsletter.render;

import freemarker.core.ParseException;
import freemarker.template.Configuration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.finding.Suggestion;

/** What is wrong with the form of a template, told from FreeMarker's exception: its own words list grammar tokens. */
final class SyntaxComplaint {
    private static final Pattern DIRECTIVE = Pattern.compile("Unknown directive: #(\\w+)");
    private static final Pattern BUILT_IN = Pattern.compile("Unknown built-in: \"?(\\w+)");
    private static final Pattern UNCLOSED = Pattern.compile("You have an unclosed #(\\w+)");
    private static final Pattern CROSSED =
            Pattern.compile("Encountered \"(</#?\\w+>?).*only this can be closed: \"?#(\\w+)");
    private static final Pattern CLOSING = Pattern.compile("Encountered \"(</[#@][\\w.]*>?)");
    private static final Pattern END_OF_FILE =
            Pattern.compile("encountered <EOF> after : \"(\\W)|encountered <EOF> after \"(\\\\?\\W)");
    private static final Pattern UNEXPECTED = Pattern.compile("Encountered \"(.+?)\"(?:,| \\()");
    private static final String EVERY_END =
            "every <#if>, <#list> and <#macro> needs its end, in the order of their beginnings";
    private static final Set<String> BUILT_INS = new Configuration(Configuration.VERSION_2_3_34)
            .getSupportedBuiltInNames(Configuration.LEGACY_NAMING_CONVENTION);
    private static final Set<String> DIRECTIVES = new Configuration(Configuration.VERSION_2_3_34)
            .getSupportedBuiltInDirectiveNames(Configuration.LEGACY_NAMING_CONVENTION);

    private final String text;
    private final Location at;

    /** @param at where FreeMarker found it */
    SyntaxComplaint(ParseException problem, Location at) {
        this.text = String.valueOf(problem.getEditorMessage()).replaceAll("\\s+", " ");
        this.at = at;
    }

    Complaint tell() {
        Matcher directive = DIRECTIVE.matcher(text);
        if (directive.find()) {
            return unknown("<#" + directive.group(1) + ">", directive.group(1), DIRECTIVES, "directives");
        }
        Matcher builtIn = BUILT_IN.matcher(text);
        if (builtIn.find()) {
            return unknown("?" + builtIn.group(1), builtIn.group(1), BUILT_INS, "built-ins");
        }
        return tags().or(this::interpolation).orElseGet(this::token);
    }

    private Complaint unknown(String shown, String word, Set<String> known, String what) {
        String hint = Suggestion.nearest(word, known)
                .map(near -> "did you mean '" + shown.replace(word, near) + "'?")
                .orElse("the FreeMarker manual lists all " + what);
        return new Complaint(at, "there is no '" + shown + "'", hint);
    }

    private Optional<Complaint> tags() {
        Matcher unclosed = UNCLOSED.matcher(text);
        if (unclosed.find()) {
            String name = unclosed.group(1);
            String hint = "put </#" + name + "> where it ends";
            return Optional.of(new Complaint(opening(name), "<#" + name + "> is never closed", hint));
        }
        Matcher crossed = CROSSED.matcher(text);
        if (crossed.find()) {
            String name = crossed.group(2);
            String message = "<#" + name + "> is not closed before " + crossed.group(1) + " in line " + at.line();
            return Optional.of(new Complaint(opening(name), message, "put </#" + name + "> where it ends"));
        }
        Matcher closing = CLOSING.matcher(text);
        return closing.find()
                ? Optional.of(new Complaint(at, closing.group(1) + " closes nothing", EVERY_END))
                : Optional.empty();
    }

    /** Where the last tag of a name begins that is not closed before the place. */
    private Location opening(String name) {
        Source source = at.source();
        Matcher tag = Pattern.compile("<(/?)#" + Pattern.quote(name) + "\\b").matcher(source.text());
        Deque<Integer> open = new ArrayDeque<>();
        while (tag.find() && source.at(tag.start()).compareTo(at) <= 0) {
            if (tag.group(1).isEmpty()) {
                open.push(tag.start());
            } else {
                open.poll();
            }
        }
        return open.isEmpty() ? at : source.at(open.element());
    }

    /** A "${" that has no end, or nothing in it. */
    private Optional<Complaint> interpolation() {
        String before = Complaint.before(at);
        int begin = before.lastIndexOf("${");
        if (begin < 0 || before.indexOf('}', begin) >= 0) {
            return Optional.empty();
        }
        Location opening = new Location(at.source(), at.line(), before.codePointCount(0, begin) + 1);
        if (before.endsWith("${")) {
            return Optional.of(new Complaint(opening, "nothing stands in '${}'", "name a value, like ${entry.title}"));
        }
        return before.indexOf('<', begin) >= 0
                ? Optional.of(new Complaint(opening, "'${' is never closed", "put '}' behind the value"))
                : Optional.empty();
    }

    private Complaint token() {
        Matcher end = END_OF_FILE.matcher(text);
        if (end.find()) {
            return quote();
        }
        Matcher unexpected = UNEXPECTED.matcher(text);
        String message = unexpected.find() ? "'" + unexpected.group(1) + "' cannot stand here" : "this cannot be read";
        return new Complaint(at, message, "look at the operators, quotes and brackets before it");
    }

    /** A quote that is never closed reaches to the end of the file: the last one that opens within a tag. */
    private Complaint quote() {
        Matcher quotes = Pattern.compile("(?:\\$\\{|<#)[^\"'}>]*([\"'])[^\"'}>]*[}>]")
                .matcher(at.source().text());
        Location place = at;
        while (quotes.find()) {
            place = at.source().at(quotes.start(1));
        }
        return new Complaint(place, "the quote that begins here is never closed", "close it before the tag ends");
    }
}
