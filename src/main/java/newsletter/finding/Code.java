package newsletter.finding;

import java.util.Locale;

/**
 * Every kind of finding, with its severity. The code printed is the constant's name in lower case with hyphens; it is stable.
 * Whoever adds one gives it a message and a hint where it is found.
 */
public enum Code {
    // Files
    UNREADABLE(Severity.ERROR),
    NOT_UTF8(Severity.ERROR),
    CONTROL_CHARACTER(Severity.ERROR),
    TOO_LARGE(Severity.ERROR),
    IGNORED_FILE(Severity.WARNING),

    // YAML and its values
    YAML_SYNTAX(Severity.ERROR),
    YAML_ALIAS(Severity.ERROR),
    YAML_TAG(Severity.ERROR),
    DUPLICATE_KEY(Severity.ERROR),
    UNKNOWN_KEY(Severity.ERROR),
    MISSING_FIELD(Severity.ERROR),
    WRONG_KIND(Severity.ERROR),
    BAD_DATE(Severity.ERROR),
    BAD_URL(Severity.ERROR),
    BAD_EMAIL(Severity.ERROR),
    BAD_NUMBER(Severity.ERROR),
    BAD_FLAG(Severity.ERROR),
    BAD_COLOR(Severity.ERROR),
    BAD_LANGUAGE(Severity.ERROR),
    BAD_TIMEZONE(Severity.ERROR),
    BAD_ID(Severity.ERROR),
    SECRET_IN_FILE(Severity.ERROR),

    // Entries
    NO_FRONT_MATTER(Severity.ERROR),
    OPEN_FRONT_MATTER(Severity.ERROR),
    UNKNOWN_FOLDER(Severity.ERROR),
    DUPLICATE_ID(Severity.ERROR),
    END_BEFORE_START(Severity.ERROR),
    DEADLINE_AFTER_EVENT(Severity.ERROR),
    OPENS_AFTER_DEADLINE(Severity.ERROR),
    NOT_EXTENDED(Severity.ERROR),
    OVER_BEFORE_TOLD(Severity.ERROR),
    IMPLAUSIBLE_YEAR(Severity.ERROR),
    NEVER_CURRENT(Severity.WARNING),

    // Markdown
    RAW_HTML(Severity.WARNING),
    TOO_COMPLEX(Severity.ERROR),

    // Issues
    UNKNOWN_ENTRY(Severity.ERROR),
    UNKNOWN_TYPE(Severity.ERROR),
    UNKNOWN_FIELD(Severity.ERROR),
    UNKNOWN_SECTION(Severity.ERROR),
    UNKNOWN_LAYOUT(Severity.ERROR),
    DUPLICATE_SECTION(Severity.ERROR),
    DUPLICATE_DATE(Severity.ERROR),
    NAMED_TWICE(Severity.ERROR),
    NAMED_DRAFT(Severity.ERROR),
    EXPIRED(Severity.ERROR),
    NOT_OPEN(Severity.ERROR),
    NOT_YET_TOLD(Severity.ERROR),
    TOLD_BEFORE(Severity.WARNING),
    SAID_TWICE(Severity.WARNING),
    NO_ISSUE(Severity.ERROR),
    UNKNOWN_ISSUE(Severity.ERROR),
    EMPTY_ISSUE(Severity.ERROR),
    EMPTY_SECTION(Severity.NOTE),
    OVER_LIMIT(Severity.NOTE),

    // Pictures
    MISSING_PICTURE(Severity.ERROR),
    NOT_A_PICTURE(Severity.ERROR),

    // Links
    LINK_BROKEN(Severity.ERROR),
    LINK_MOVED(Severity.WARNING),
    LINK_UNSURE(Severity.WARNING),
    LINK_LOOK_LAPSED(Severity.WARNING),
    LINK_MEMORY(Severity.NOTE),
    NO_NETWORK(Severity.WARNING),

    // Templates
    TEMPLATE_SYNTAX(Severity.ERROR),
    TEMPLATE_ERROR(Severity.ERROR),
    UNKNOWN_WORDS(Severity.WARNING);

    private final Severity severity;

    Code(Severity severity) {
        this.severity = severity;
    }

    /** How much a finding of this kind matters; the same for every finding of the kind. */
    public Severity severity() {
        return severity;
    }

    /** The stable code as printed, for example {@code bad-date}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
