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
    AND_MORE(Severity.NOTE),

    // YAML and its values
    YAML_SYNTAX(Severity.ERROR),
    YAML_ALIAS(Severity.ERROR),
    YAML_TAG(Severity.ERROR),
    YAML_COMMENT(Severity.ERROR),
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
    ACCENT_ADJUSTED(Severity.NOTE),
    BAD_LANGUAGE(Severity.ERROR),
    BAD_TIMEZONE(Severity.ERROR),
    BAD_ID(Severity.ERROR),
    BAD_LIST_ID(Severity.ERROR),
    BAD_CHOICE(Severity.ERROR),
    SECRET_IN_FILE(Severity.ERROR),
    BAD_DOMAIN(Severity.ERROR),
    BAD_KEY(Severity.ERROR),
    OTHER_DOMAIN(Severity.WARNING),

    // Entries
    NO_FRONT_MATTER(Severity.ERROR),
    OPEN_FRONT_MATTER(Severity.ERROR),
    UNKNOWN_FOLDER(Severity.ERROR),
    DUPLICATE_ID(Severity.ERROR),
    DUPLICATE_FOLDER(Severity.ERROR),
    END_BEFORE_START(Severity.ERROR),
    DEADLINE_AFTER_EVENT(Severity.ERROR),
    OPENS_AFTER_DEADLINE(Severity.ERROR),
    NOT_EXTENDED(Severity.ERROR),
    OVER_BEFORE_TOLD(Severity.ERROR),
    IMPLAUSIBLE_YEAR(Severity.ERROR),
    NEVER_CURRENT(Severity.WARNING),
    WRONG_WEEKDAY(Severity.WARNING),

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
    PICTURE_FORMAT(Severity.ERROR),
    PICTURE_BROKEN(Severity.ERROR),
    PICTURE_TOO_LARGE(Severity.ERROR),
    PICTURE_SMALL(Severity.WARNING),
    PICTURE_HEAVY(Severity.WARNING),
    PICTURES_HEAVY(Severity.WARNING),
    PICTURE_ANIMATED(Severity.NOTE),
    REMOTE_PICTURE(Severity.NOTE),
    INSECURE_PICTURE(Severity.ERROR),
    DATA_PICTURE(Severity.ERROR),
    MISSING_ALT(Severity.ERROR),
    ALT_IS_FILE_NAME(Severity.ERROR),

    // Style sheets
    CSS_SYNTAX(Severity.ERROR),
    CSS_PROPERTY(Severity.WARNING),
    CSS_COLOR(Severity.WARNING),
    CSS_VARIABLE(Severity.ERROR),
    CSS_VARIABLE_CHANGES(Severity.WARNING),
    CSS_AT_RULE(Severity.WARNING),
    CSS_TOO_LARGE(Severity.ERROR),

    // Messages
    NO_SENDER(Severity.NOTE),

    // Sending
    BAD_TABLE(Severity.ERROR),
    BAD_ROW(Severity.ERROR),
    UNKNOWN_COLUMN(Severity.ERROR),
    EMPTY_LIST(Severity.ERROR),
    NO_WAY_OUT(Severity.ERROR),
    TOO_LARGE_FOR_LIST(Severity.ERROR),

    // Links
    LINK_BROKEN(Severity.ERROR),
    LINK_MOVED(Severity.WARNING),
    LINK_UNSURE(Severity.WARNING),
    LINK_LOOK_LAPSED(Severity.WARNING),
    LINK_MEMORY(Severity.NOTE),
    NO_NETWORK(Severity.WARNING),
    UNKNOWN_COMMIT(Severity.ERROR),

    // Templates
    TEMPLATE_SYNTAX(Severity.ERROR),
    TEMPLATE_ERROR(Severity.ERROR),
    UNKNOWN_WORDS(Severity.WARNING),

    // E-mail rules: the head of the page
    NO_DOCTYPE(Severity.ERROR),
    NO_CHARSET(Severity.ERROR),
    NO_VIEWPORT(Severity.ERROR),
    NO_PAGE_TITLE(Severity.ERROR),
    NO_OUTLOOK_SCALE(Severity.WARNING),
    NO_DARK_MODE(Severity.WARNING),

    // E-mail rules: language and headings
    NO_LANGUAGE(Severity.ERROR),
    HEADING_ORDER(Severity.ERROR),

    // E-mail rules: links
    EMPTY_LINK(Severity.ERROR),
    GENERIC_LINK(Severity.ERROR),
    AMBIGUOUS_LINK(Severity.ERROR),
    BAD_LINK(Severity.ERROR),
    INSECURE_ADDRESS(Severity.ERROR),
    BROKEN_ANCHOR(Severity.ERROR),
    MIXED_UTM(Severity.WARNING),

    // E-mail rules: pictures
    NO_PICTURE_WIDTH(Severity.ERROR),
    TRACKING_PICTURE(Severity.ERROR),

    // E-mail rules: elements and styles
    ACTIVE_CONTENT(Severity.ERROR),
    EXTERNAL_STYLE(Severity.ERROR),
    MISPLACED_STYLE(Severity.ERROR),
    LARGE_STYLE(Severity.ERROR),
    NESTED_AT_RULE(Severity.ERROR),
    UNSAFE_STYLE(Severity.ERROR),
    INLINE_IMPORTANT(Severity.WARNING),
    COLOR_FORM(Severity.WARNING),
    NO_FONT(Severity.WARNING),
    NO_LINK_COLOR(Severity.WARNING),
    SMALL_TEXT(Severity.ERROR),
    LOW_CONTRAST(Severity.ERROR),

    // E-mail rules: layout and Outlook for Windows
    TABLE_ROLE(Severity.ERROR),
    PAGE_WIDTH(Severity.ERROR),
    OUTLOOK_COMMENT(Severity.ERROR),
    OUTLOOK_NESTING(Severity.ERROR),

    // E-mail rules: the whole
    CLIPPED(Severity.ERROR),
    NEARLY_CLIPPED(Severity.WARNING),
    NO_PREHEADER(Severity.ERROR),
    PREHEADER_LENGTH(Severity.ERROR),
    NO_UNSUBSCRIBE(Severity.ERROR),
    NO_VIEW_ONLINE(Severity.ERROR),
    NO_POSTAL_ADDRESS(Severity.ERROR),
    TEMPLATE_LEFTOVER(Severity.ERROR),
    LITTLE_TEXT(Severity.WARNING),
    TEXT_LACKS_WORDS(Severity.ERROR),
    TEXT_LACKS_LINK(Severity.ERROR),
    TEXT_LACKS_UNSUBSCRIBE(Severity.ERROR),

    // E-mail rules: subject and sender
    LONG_SUBJECT(Severity.WARNING),
    FALSE_REPLY(Severity.ERROR),
    NO_REPLY_SENDER(Severity.WARNING);

    private final Severity severity;

    Code(Severity severity) {
        this.severity = severity;
    }

    /** How much a finding of this kind matters; the same for every finding of the kind. */
    public Severity severity() {
        return severity;
    }

    /** Whether it only follows where there is an error: a section may be empty because its entries could not be read. */
    boolean isConsequence() {
        return this == EMPTY_ISSUE || this == EMPTY_SECTION;
    }

    /** The stable code as printed, for example {@code bad-date}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
