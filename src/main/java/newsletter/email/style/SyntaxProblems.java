package newsletter.email.style;

import com.helger.css.handler.ICSSParseExceptionCallback;
import com.helger.css.parser.ParseException;
import com.helger.css.parser.Token;
import com.helger.css.reader.errorhandler.ICSSParseErrorHandler;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.jspecify.annotations.Nullable;

/** Turns the parser's complaints into findings. */
final class SyntaxProblems implements ICSSParseErrorHandler, ICSSParseExceptionCallback {
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

    private final Source source;
    private final String text;
    private final Findings findings;
    private boolean found;

    SyntaxProblems(StyleText styles, Findings findings) {
        this.source = styles.source();
        this.text = styles.text();
        this.findings = findings;
    }

    /** Whether there was one. */
    boolean found() {
        return found;
    }

    @Override
    public void onCSSParseError(ParseException problem, @Nullable Token lastSkipped) {
        report(problem);
    }

    @Override
    public void onCSSBrowserCompliantSkip(@Nullable ParseException problem, Token from, Token to) {
        if (problem == null) {
            report(Places.at(source, from.beginLine, from.beginColumn), from.image);
        } else {
            report(problem);
        }
    }

    @Override
    public void onCSSUnexpectedRule(Token at, String rule, String message) {
        // An @import is left out wherever it stands, which is said already.
        if (!rule.equals("@import")) {
            add(Places.at(source, at.beginLine, at.beginColumn), rule + " cannot stand here", "move it to the top");
        }
    }

    @Override
    public void onCSSDeprecatedProperty(Token prefix, Token property) {
        String hack = prefix.image + property.image;
        add(
                Places.at(source, prefix.beginLine, prefix.beginColumn),
                "'" + hack + "' is a trick for browsers that are gone",
                "leave it out");
    }

    @Override
    public void onException(ParseException problem) {
        report(problem);
    }

    private void report(ParseException problem) {
        Token token = problem.currentToken == null ? null : problem.currentToken.next;
        if (token != null) {
            report(Places.at(source, token.beginLine, token.beginColumn), token.image);
            return;
        }
        Matcher place = PLACE.matcher(String.valueOf(problem.getMessage()));
        Location at = place.find()
                ? Places.at(source, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)))
                : source.start();
        report(at, "");
    }

    private void report(Location at, String token) {
        int offset = Places.offset(at);
        if (token.isEmpty() || text.substring(offset).isBlank()) {
            add(at, "the styles end in the middle of something", "every { needs its }, every property its value");
        } else if (opensARule(offset)) {
            add(
                    at,
                    "a rule within a rule, or one that was never closed",
                    "close the rule before it with '}', and write the whole selector: mail clients know no nested rules");
        } else {
            add(at, "'" + token.strip() + "' cannot stand here", hint(token));
        }
    }

    /** Whether a block begins before any ends, which only happens within a rule where a declaration should stand. */
    private boolean opensARule(int offset) {
        String rest = text.substring(offset);
        int open = rest.indexOf('{');
        int close = rest.indexOf('}');
        int opened = text.lastIndexOf('{', Math.max(0, offset - 1));
        int closed = text.lastIndexOf('}', Math.max(0, offset - 1));
        boolean within = opened > closed
                && !source.line(source.at(opened).line()).stripLeading().startsWith("@");
        return within && open >= 0 && open < close;
    }

    private static String hint(String token) {
        return switch (token.strip()) {
            case ":" -> "the declaration before it needs its ';'";
            case "<", ">", "<=", ">=" -> "write min-width or max-width: mail clients know no other comparison";
            case ";" -> "give the property before it a value, or leave it out";
            case "!" -> "only !important can follow a value";
            default -> "look at the brackets, colons and semicolons before it";
        };
    }

    /** A brace that closes nothing: the parser passes over it, a browser drops the rule after it. */
    void checkBraces() {
        int depth = 0;
        Matcher brace = Pattern.compile("/\\*.*?\\*/|\"[^\"\\n]*\"|'[^'\\n]*'|[{}]", Pattern.DOTALL)
                .matcher(text);
        while (brace.find()) {
            depth += brace.group().equals("{") ? 1 : brace.group().equals("}") ? -1 : 0;
            if (depth < 0) {
                add(
                        source.at(brace.start()),
                        "this '}' closes nothing",
                        "leave it out, or look for one too many before it");
                depth = 0;
            }
        }
    }

    private void add(Location at, String message, String hint) {
        found = true;
        findings.add(Code.CSS_SYNTAX, at, message, hint);
    }
}
