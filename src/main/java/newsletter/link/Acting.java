package newsletter.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import newsletter.web.Address;
import newsletter.web.PercentCoding;

/**
 * Addresses that do something when they are opened. A check that opens them unsubscribes a reader, confirms what nobody wanted, or
 * uses up a link that works once.
 */
final class Acting {
    private static final Pattern DEED = Pattern.compile(
            "unsub(scribe)?|opt-?out|(manage-?)?(e?mail-?)?preferences?|(email-?)?subscription-?(center|settings|preferences)"
                    + "|list-?unsubscribe|abmelden|abbestellen|austragen|desabonn\\w*|desinscri\\w*|darse-de-baja|cancelar-suscripcion"
                    + "|disiscri\\w*|afmelden|uitschrijven|log-?out|sign-?out|abmeldung");
    private static final Set<String> SECRETS = Set.of(
            "token",
            "access_token",
            "auth_token",
            "id_token",
            "csrf",
            "csrf_token",
            "auth",
            "authkey",
            "apikey",
            "api_key",
            "sig",
            "signature",
            "x-amz-signature",
            "hmac",
            "jwt",
            "otp",
            "secret",
            "password",
            "passwd",
            "pwd",
            "session",
            "sessionid",
            "session_id",
            "sid",
            "phpsessid",
            "jsessionid");
    private static final Set<String> OFTEN_SECRETS =
            Set.of("key", "code", "ticket", "nonce", "hash", "invite", "magic", "confirm");

    /** Nobody writes such a thing by hand: letters and digits mixed, and no word among them. */
    private static final Pattern OPAQUE =
            Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[\\w%.~+/=-]*[A-Za-z0-9_]{16,}[\\w%.~+/=-]*");

    private static final int LONG_SECRET = 40;
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private Acting() {}

    /** Why an address must not be requested, if so. */
    static Optional<String> reason(Address address) {
        String path = PercentCoding.decode(address.path()).toLowerCase(Locale.ROOT);
        List<String> parameters =
                List.of(address.query().replaceFirst("^\\?", "").split("[&;]"));
        boolean acts = words(path).stream().anyMatch(Acting::isDeed)
                || parameters.stream().anyMatch(Acting::asksForDeed);
        if (acts) {
            return Optional.of("opening it would act for a reader, so it is never requested");
        }
        boolean secret = parameters.stream().anyMatch(Acting::isSecret) || path.contains(";jsessionid=");
        return secret ? Optional.of("it carries a token for one reader, so it is never requested") : Optional.empty();
    }

    private static List<String> words(String path) {
        return List.of(path.split("[/.;]"));
    }

    private static boolean isDeed(String word) {
        return DEED.matcher(word.replace('_', '-')).matches();
    }

    private static boolean asksForDeed(String parameter) {
        String[] parts = parameter.toLowerCase(Locale.ROOT).split("=", 2);
        return isDeed(parts[0]) || (parts.length > 1 && isDeed(parts[1]));
    }

    private static boolean isSecret(String parameter) {
        String[] parts = parameter.split("=", 2);
        if (parts.length < 2 || parts[1].isEmpty()) {
            return false;
        }
        String name = parts[0].toLowerCase(Locale.ROOT);
        boolean opaque = OPAQUE.matcher(parts[1]).matches();
        return SECRETS.contains(name)
                || JWT.matcher(parts[1]).matches()
                || (opaque && (OFTEN_SECRETS.contains(name) || parts[1].length() >= LONG_SECRET));
    }
}
