package newsletter.email.style;

import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSSelectorAttribute;
import com.helger.css.decl.CSSSelectorMemberNot;
import com.helger.css.decl.CSSSelectorMemberPseudoIs;
import com.helger.css.decl.CSSSelectorMemberPseudoWhere;
import com.helger.css.decl.CSSSelectorSimpleMember;
import com.helger.css.decl.ECSSAttributeCase;
import com.helger.css.decl.ECSSSelectorCombinator;
import com.helger.css.decl.ICSSSelectorMember;
import com.helger.css.writer.CSSWriterSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.Selector.SelectorParseException;

/** Makes selectors out of what ph-css read. */
final class SelectorReader {
    private static final CSSWriterSettings SHORT = new CSSWriterSettings(true);

    /** Those that jsoup answers as a browser does. */
    private static final Pattern PLACE = Pattern.compile(
            ":(?:root|empty|(?:first|last|only)-(?:child|of-type)|nth-(?:last-)?(?:child|of-type)\\([^)]*\\))");

    /** Pseudo-elements that may be written with one colon (Selectors Level 4, section 3.6.1). */
    private static final Set<String> ONE_COLON = Set.of(":before", ":after", ":first-line", ":first-letter");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(.))");

    private SelectorReader() {}

    static List<Selector> read(List<CSSSelector> selectors) {
        return selectors.stream().map(SelectorReader::read).toList();
    }

    private static Selector read(CSSSelector selector) {
        List<Compound> compounds = new ArrayList<>();
        List<Combinator> combinators = new ArrayList<>();
        List<Simple> tests = new ArrayList<>();
        for (ICSSSelectorMember member : selector.getAllMembers()) {
            if (member instanceof ECSSSelectorCombinator combinator) {
                compounds.add(new Compound(tests));
                combinators.add(combinator(combinator));
                tests = new ArrayList<>();
            } else {
                Simple test = test(member);
                tests.add(ClientHooks.isHook(test) ? new Simple.Hook(test) : test);
            }
        }
        compounds.add(new Compound(tests));
        return new Selector(compounds, combinators);
    }

    private static Combinator combinator(ECSSSelectorCombinator combinator) {
        return switch (combinator) {
            case BLANK -> Combinator.DESCENDANT;
            case GREATER -> Combinator.CHILD;
            case PLUS -> Combinator.NEXT;
            case TILDE -> Combinator.LATER;
        };
    }

    private static Simple test(ICSSSelectorMember member) {
        if (member instanceof CSSSelectorSimpleMember simple) {
            return simple(simple);
        }
        if (member instanceof CSSSelectorAttribute attribute) {
            return attribute(attribute);
        }
        if (member instanceof CSSSelectorMemberNot not) {
            return new Simple.NoneOf(read(not.getAllSelectors()));
        }
        if (member instanceof CSSSelectorMemberPseudoIs is) {
            return new Simple.AnyOf(":is", read(is.getAllSelectors()));
        }
        return member instanceof CSSSelectorMemberPseudoWhere where
                ? new Simple.AnyOf(":where", read(where.getAllSelectors()))
                : new Simple.Changing(member.getAsCSSString(SHORT, 0));
    }

    private static Simple simple(CSSSelectorSimpleMember simple) {
        String text = simple.getValue();
        if (simple.isClass()) {
            return new Simple.ClassName(unescape(text.substring(1)), text);
        }
        if (simple.isHash()) {
            return new Simple.Id(unescape(text.substring(1)), text);
        }
        if (simple.isPseudo()) {
            return pseudo(text);
        }
        return text.equals("*") ? new Simple.Any() : new Simple.Type(text.toLowerCase(Locale.ROOT), text);
    }

    private static Simple pseudo(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("::") || ONE_COLON.contains(lower)) {
            return new Simple.PseudoElement(text);
        }
        if (lower.equals(":link") || lower.equals(":any-link")) {
            return new Simple.Link(text);
        }
        return PLACE.matcher(lower).matches() ? place(lower) : new Simple.Changing(text);
    }

    private static Simple place(String text) {
        try {
            return Simple.Place.of(text);
        } catch (SelectorParseException e) {
            return new Simple.Changing(text);
        }
    }

    private static Simple attribute(CSSSelectorAttribute attribute) {
        String value = attribute.getAttrValue();
        return new AttributeTest(
                attribute.getAttrName().toLowerCase(Locale.ROOT),
                attribute.getOperator() == null ? "" : attribute.getOperator().getName(),
                value == null ? "" : unescape(unquote(value)),
                attribute.getCaseSensitivityFlag() == ECSSAttributeCase.CASE_INSENSITIVE,
                attribute.getAsCSSString(SHORT, 0));
    }

    private static String unquote(String value) {
        boolean quoted = value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** CSS Syntax Level 3, section 4.3.7. */
    private static String unescape(String text) {
        return text.indexOf('\\') < 0
                ? text
                : ESCAPE.matcher(text)
                        .replaceAll(match -> Matcher.quoteReplacement(
                                match.group(1) == null ? match.group(2) : codePoint(match.group(1))));
    }

    private static String codePoint(String hexadecimal) {
        int point = Integer.parseInt(hexadecimal, 16);
        return Character.toString(point == 0 || !Character.isValidCodePoint(point) ? 0xFFFD : point);
    }
}
