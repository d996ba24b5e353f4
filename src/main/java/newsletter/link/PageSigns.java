package newsletter.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.web.Response;

/** Signs that a page is not the one that was asked for, though the server says so. A sign makes unsure; it never makes broken. */
final class PageSigns {
    private static final Pattern GONE = words(
            "(?<![\\w/.,#-])(error )?404\\b",
            "\\b(page|file|site|content|document)\\b.{0,20}\\b(not|cannot be|can't be|could not be|couldn't be) found\\b",
            "^not found\\b",
            "\\b(does not|doesn't|no longer) exists?\\b",
            "\\bno longer available\\b",
            "nicht (mehr )?(gefunden|vorhanden|verfügbar)",
            "introuvable",
            "non trouvée?",
            "n'existe (pas|plus)",
            "no (se ha )?encontrad[ao]",
            "non (è stata )?trovat[ao]",
            "niet gevonden",
            "não encontrada",
            "nie (została )?znalezion",
            "hittade(s)? inte",
            "kunne ikke find",
            "ikke (blevet )?funnet",
            "ei löydy",
            "nenalezena",
            "nebola nájdená",
            "nem található",
            "nu a fost găsit",
            "ni (bilo |bila )?(mogoče )?najden",
            "nije pronađen",
            "не е намерен",
            "δεν βρέθηκε");

    private static final Pattern CHALLENGE = words(
            "^just a moment",
            "^attention required",
            "^checking your browser",
            "^ddos-guard",
            "^(security|robot|human) (check|verification)",
            "^verify(ing)? (that )?you are",
            "^are you (a robot|human)",
            "^pardon our interruption",
            "^access denied",
            "^request rejected",
            "\\bcaptcha\\b");

    private static final Pattern PARKED = words(
            "\\b(this )?domain( name)?( [\\w.-]+)? (is|may be|might be) (for sale|parked|available for purchase)\\b",
            "\\bbuy this domain\\b",
            "\\bdomain parking\\b",
            "diese domain steht (zum verkauf|zur verfügung)",
            "(ce|le) (nom de )?domaine .{0,40}est à vendre",
            "este dominio está (en venta|aparcado)",
            "(questo )?dominio (è )?in vendita",
            "dez?e domein(naam)? is te koop",
            "ta domena jest na sprzedaż");

    /** Every sign above holds one of these; looking for them first spares nearly all pages the patterns, which take long. */
    private static final List<String> STEMS = List.of("domain", "domein", "domin", "domena");

    private static final List<String> PARKING_HOSTS = List.of(
            "sedo.com",
            "sedoparking.com",
            "parkingcrew.net",
            "bodis.com",
            "hugedomains.com",
            "dan.com",
            "afternic.com",
            "above.com",
            "parklogic.com",
            "undeveloped.com");

    /** A parked page says little else; a long text that holds the words is an article about them. */
    private static final int LITTLE = 3_000;

    private PageSigns() {}

    private static Pattern words(String... alternatives) {
        return Pattern.compile(
                String.join("|", alternatives),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** A page for robots in place of an answer, whatever its status. */
    static Optional<Outcome> challenge(Response response, PageLook look) {
        boolean said = response.headers().first("cf-mitigated").isPresent()
                || response.headers().first("x-amzn-waf-action").isPresent();
        return said || CHALLENGE.matcher(look.title().strip()).find()
                ? Optional.of(Outcome.bad(Rule.CHALLENGE, "the server wants to see a person first"))
                : Optional.empty();
    }

    /** The domain is for sale. */
    static Optional<Outcome> parked(String host, PageLook look) {
        boolean known = PARKING_HOSTS.stream().anyMatch(name -> host.equals(name) || host.endsWith("." + name));
        boolean says = look.text().length() < LITTLE && (isForSale(look.title()) || isForSale(look.text()));
        return known || says
                ? Optional.of(Outcome.bad(Rule.PARKED, "the domain seems to be parked or for sale"))
                : Optional.empty();
    }

    private static boolean isForSale(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return STEMS.stream().anyMatch(lower::contains) && PARKED.matcher(text).find();
    }

    /** The title says that the page is not there. */
    static Optional<Outcome> gone(PageLook look) {
        String title = look.title().strip();
        return GONE.matcher(title.toLowerCase(Locale.ROOT)).find()
                ? Optional.of(Outcome.bad(Rule.SOFT_GONE, "it answers, but its title says '" + shorten(title) + "'"))
                : Optional.empty();
    }

    private static String shorten(String title) {
        return title.length() <= 60 ? title : title.substring(0, 57) + "…";
    }
}
