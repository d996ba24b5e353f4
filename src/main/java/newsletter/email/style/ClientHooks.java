package newsletter.email.style;

import java.util.Set;

/**
 * What mail clients put around or into a page, so that a style sheet can speak to one of them alone. The page itself has none
 * of it, and yet such rules must stay. The names are those that the catalogue howtotarget.email lists.
 */
final class ClientHooks {
    /** Outlook's apps in the dark mark what they recoloured; Apple's Mail marks dates and addresses that it made links. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "data-ogsc",
            "data-ogsb",
            "data-ogac",
            "data-ogab",
            "data-outlook-cycle",
            "office365",
            "x-apple-data-detectors");

    /** Outlook 2007 and later, Samsung's Mail. */
    private static final Set<String> IDS = Set.of("outlook", "MessageViewBody", "MessageWebViewDiv");

    /** Outlook.com, Thunderbird, Yahoo, Gmail. */
    private static final Set<String> CLASSES = Set.of(
            "ExternalClass",
            "ReadMsgBody",
            "moz-text-html",
            "moz-text-plain",
            "yshortcuts",
            "im",
            "a6S",
            "gmail_quote");

    private ClientHooks() {}

    /** Whether a test can only be passed by what a client adds. */
    static boolean isHook(Simple simple) {
        if (simple instanceof AttributeTest test) {
            return ATTRIBUTES.contains(test.name()) || isPrefixed(test);
        }
        if (simple instanceof Simple.Id id) {
            return IDS.contains(id.id());
        }
        return simple instanceof Simple.ClassName name && CLASSES.contains(name.name());
    }

    /** Outlook.com puts {@code x_} before every class. */
    private static boolean isPrefixed(AttributeTest test) {
        return test.name().equals("class") && test.value().startsWith("x_");
    }
}
