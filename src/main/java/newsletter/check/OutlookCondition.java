package newsletter.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition such as {@code (gte mso 9)|(IE)}, as Outlook for Windows decides it: it is {@code mso} 16, and no {@code IE}.
 * What is no condition does not hold.
 */
final class OutlookCondition {
    private static final int VERSION = 16;

    /** In UTF-16 units: each of them may be a bracket around the rest. */
    private static final int LONGEST = 200;

    private static final Pattern COMPARISON = Pattern.compile("(?:(lt|lte|gt|gte) )?mso(?: (\\d{1,4}))?");

    private OutlookCondition() {}

    static boolean holds(String condition) {
        return condition.length() <= LONGEST && decide(condition.strip());
    }

    private static boolean decide(String text) {
        int or = outside(text, '|');
        if (or >= 0) {
            return holds(text.substring(0, or)) || holds(text.substring(or + 1));
        }
        int and = outside(text, '&');
        if (and >= 0) {
            return holds(text.substring(0, and)) && holds(text.substring(and + 1));
        }
        if (text.startsWith("!")) {
            return !holds(text.substring(1));
        }
        boolean bracketed = text.startsWith("(") && text.endsWith(")");
        return bracketed ? holds(text.substring(1, text.length() - 1)) : isMet(text.replaceAll("\\s+", " "));
    }

    /** The index of an operator outside of all brackets; negative where there is none. */
    private static int outside(String text, char operator) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            }
            if (c == operator && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isMet(String comparison) {
        Matcher parts = COMPARISON.matcher(comparison);
        if (!parts.matches()) {
            return false;
        }
        if (parts.group(2) == null) {
            return true;
        }
        int version = Integer.parseInt(parts.group(2));
        String operator = parts.group(1) == null ? "" : parts.group(1);
        return switch (operator) {
            case "lt" -> VERSION < version;
            case "lte" -> VERSION <= version;
            case "gt" -> VERSION > version;
            case "gte" -> VERSION >= version;
            default -> VERSION == version;
        };
    }
}
