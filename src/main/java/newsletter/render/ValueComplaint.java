package newsletter.render;

import freemarker.core.InvalidReferenceException;
import freemarker.core.StopException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Location;
import newsletter.finding.Suggestion;

/** What is wrong with a value in a template, told from FreeMarker's exception: its own words name classes and say little. */
final class ValueComplaint {
    private static final String DOCS = "docs/templates.md lists what a template sees, and of which kind it is";
    private static final Pattern KINDS = Pattern.compile(
            "Expected (?:an? |a\\(n\\) )?(.+?), but (?:this|the .*?) (?:has )?evaluated to (?:an? )?(.+?)(?: \\(|:|$)");

    private final TemplateException problem;
    private final Location at;
    private final TemplateNames names;
    private final String text;
    private final String expression;

    /** @param at where the expression stands */
    ValueComplaint(TemplateException problem, Location at, TemplateNames names) {
        this.problem = problem;
        this.at = at;
        this.names = names;
        this.text = String.valueOf(problem.getMessageWithoutStackTop()).replaceAll("\\s+", " ");
        this.expression =
                Optional.ofNullable(problem.getBlamedExpressionString()).orElse("");
    }

    /** A complaint that FreeMarker makes in words of its own, and what we say instead; {@code $1} is a group of the pattern. */
    private record Rule(Pattern pattern, String message, String hint) {
        Rule(String pattern, String message, String hint) {
            this(Pattern.compile(pattern), message, hint);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "Instantiating .* is not allowed|Can't use \\?api",
                    "a template reaches no Java classes",
                    "docs/templates.md lists what a template sees"),
            new Rule(
                    "\"?\\?(eval(?:_json)?)\\W",
                    "the text that '?$1' reads is no expression",
                    "write the expression itself, without '?$1'"),
            new Rule(
                    "Can't compare values of these types",
                    "values of two kinds cannot be compared",
                    "compare texts with texts and numbers with numbers; of a date its parts, like entry.start.year"),
            new Rule("/ by zero", "this divides by zero", "test the divisor before"),
            new Rule(
                    "Can't convert this string to number: \"(.*?)\"",
                    "'$1' is no number",
                    "'?number' reads digits alone, like 12 or 2.5"),
            new Rule(
                    "Can't convert boolean to string",
                    "true and false have no words of their own",
                    "say which: ${…?then(\"yes\", \"no\")}, or ask with <#if …>"),
            new Rule(
                    "(?:Range|Sequence|String) .*out of bounds|index .*out of bounds",
                    "there is nothing at this position",
                    "the first has the number 0; '?size' and '?length' tell how many there are"),
            new Rule(
                    "to(?:o few| many) arguments|has no parameter|[Mm]issing (?:required )?param|was called with|[Rr]equired parameter",
                    "this is called with other arguments than it takes",
                    "look at the line <#macro …> or <#function …> that declares it"));

    Complaint tell() {
        Optional<FunctionException> called = called();
        if (called.isPresent()) {
            return say(
                    String.valueOf(called.get().getMessageWithoutStackTop()),
                    called.get().hint());
        }
        if (problem.getCause() instanceof TemplateNotFoundException missing) {
            String name = missing.getTemplateName();
            return say("there is no template '" + name + "'", "correct the name, or write the file templates/" + name);
        }
        if (problem instanceof InvalidReferenceException) {
            return missing();
        }
        if (problem instanceof StopException) {
            String said = String.valueOf(problem.getMessage()).split("\n", 2)[0];
            return say("the template stops itself: " + said, "look at what stands before its <#stop>");
        }
        Matcher kinds = KINDS.matcher(text);
        return kinds.find() ? wrongKind(kinds.group(1), kinds.group(2)) : byRule();
    }

    private Complaint say(String message, String hint) {
        return new Complaint(at, message, hint);
    }

    /** Our own function's complaint, wherever FreeMarker put it. */
    private Optional<FunctionException> called() {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof FunctionException function) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    private Complaint byRule() {
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.find()) {
                return say(filled(rule.message(), matcher), filled(rule.hint(), matcher));
            }
        }
        return say("this cannot be worked out", DOCS);
    }

    private static String filled(String sentence, Matcher matcher) {
        String group = matcher.groupCount() == 0 ? null : matcher.group(1);
        return group == null ? sentence : sentence.replace("$1", group);
    }

    private Complaint missing() {
        if (expression.isEmpty()) {
            return say("a value is missing here", "where it may be missing, write a default behind it: ${…!}");
        }
        String rest = Complaint.rest(at);
        String behind = rest.startsWith(expression) ? rest.substring(expression.length()) : "";
        if (Complaint.before(at).endsWith("<@")) {
            String hint = "look at the names in the file that it comes from, and whether that is imported";
            return say("there is no macro '" + expression + "'", hint);
        }
        if (behind.startsWith("(")) {
            String hint = Suggestion.hint(expression, names.functions(), "functions");
            return say("there is no function '" + expression + "'", hint);
        }
        return say("'" + expression + "' has no value here", missingHint(behind));
    }

    private String missingHint(String behind) {
        Matcher hyphen = Pattern.compile("^(-[a-z-]+).*").matcher(behind);
        if (hyphen.matches() && names.knows(expression + hyphen.group(1))) {
            String name = expression.substring(expression.indexOf('.') + 1) + hyphen.group(1);
            return "a hyphen is a minus sign here: write entry[\"" + name + "\"]";
        }
        return names.meant(expression)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("where it may be missing, write ${" + expression + "!} or <#if " + expression + "??>");
    }

    private Complaint wrongKind(String wanted, String there) {
        String subject = (expression.isEmpty() ? "this" : "'" + expression + "'") + " is " + kind(there);
        if (wanted.contains("hash")) {
            return say(subject + " and has no parts", DOCS);
        }
        if (wanted.contains("method")) {
            return say(
                    subject + " and cannot be called", "leave the brackets out; docs/templates.md lists the functions");
        }
        if (wanted.contains("directive") || wanted.contains("macro")) {
            return say(subject + " and no macro", "print it with ${" + expression + "}");
        }
        return say(subject + ", where " + kind(wanted) + " is wanted", kindHint(wanted, there));
    }

    private String kindHint(String wanted, String there) {
        if (wanted.startsWith("boolean")) {
            return there.contains("number")
                    ? "compare it; 'greater than' is written gt, since a '>' ends the tag"
                    : "ask whether it is there, " + expression + "??, or compare it, " + expression + " == …";
        }
        if (wanted.startsWith("sequence")) {
            return "lists are issue.sections, section.entries, entry.tags and every field of the kind list";
        }
        return there.contains("sequence") ? "go through it with <#list " + expression + " as …>" : DOCS;
    }

    /** FreeMarker's word for a kind of value in a reader's. Only a date is text with parts. */
    private static String kind(String word) {
        if (word.contains("markup")) {
            return "rich text";
        }
        if (word.contains("string") && word.contains("hash")) {
            return "a date";
        }
        if (word.contains("sequence") || word.contains("collection")) {
            return "a list";
        }
        if (word.contains("hash")) {
            return "a group of values";
        }
        if (word.startsWith("string")) {
            return "text";
        }
        if (word.startsWith("number")) {
            return "a number";
        }
        return word.startsWith("boolean") ? "true or false" : "something else";
    }
}
