package newsletter.link;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import newsletter.web.Address;
import newsletter.web.MalformedAddressException;

/** Sorts out the links whose verdict needs no request, or that must not be requested. */
final class Triage {
    private static final Pattern NUMBER =
            Pattern.compile("(tel|sms):\\+?[0-9().-]{3,30}([;?].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HARMFUL =
            Pattern.compile("(javascript|vbscript|data|file|blob|about):.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final LinkSettings settings;
    private final Set<String> ownAnchors;
    private final LocalDate today;

    /** @param ownAnchors the places within the newsletter's own page */
    Triage(LinkSettings settings, Set<String> ownAnchors, LocalDate today) {
        this.settings = settings;
        this.ownAnchors = Set.copyOf(ownAnchors);
        this.today = today;
    }

    /**
     * What a link comes to without asking, if anything.
     *
     * @param spelling its address, in its one spelling where it has one
     */
    Optional<Outcome> settle(String spelling, Link link) {
        if (link.kind() == Link.Kind.UNSUBSCRIBE) {
            return Optional.of(Outcome.bad(Rule.ACTS, "opening it would act for a reader, so it is never requested"));
        }
        if (link.kind() == Link.Kind.OWN) {
            return Optional.of(Outcome.bad(Rule.NOT_YET, "it goes live when the issue is published"));
        }
        String scheme = spelling.replaceFirst("(?s):.*", "").toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "mailto" -> Optional.of(mail(spelling));
            case "tel", "sms" -> Optional.of(number(spelling));
            default -> spelling.startsWith("#") ? Optional.of(place(spelling)) : web(spelling);
        };
    }

    private static Outcome mail(String link) {
        return MailLink.problem(link)
                .map(problem -> Outcome.bad(Rule.BAD_ADDRESS, problem))
                .orElseGet(() -> Outcome.ok(Rule.WELL_FORMED));
    }

    private static Outcome number(String link) {
        return NUMBER.matcher(link).matches()
                ? Outcome.ok(Rule.WELL_FORMED)
                : Outcome.bad(Rule.BAD_ADDRESS, "'" + link + "' is not a telephone number");
    }

    private Outcome place(String link) {
        return new Anchor(link.substring(1)).problem(ownAnchors, false).orElseGet(() -> Outcome.ok(Rule.IN_PAGE));
    }

    private Optional<Outcome> web(String spelling) {
        try {
            return waived(spelling, Address.parse(spelling));
        } catch (MalformedAddressException e) {
            return Optional.of(settings.waivers().isIgnored(spelling) ? ignored() : malformed(spelling, e));
        }
    }

    private static Outcome ignored() {
        return Outcome.bad(Rule.IGNORED, "the settings say to ignore it");
    }

    private static Outcome malformed(String spelling, MalformedAddressException e) {
        String why = String.valueOf(e.getMessage());
        return switch (e.fault()) {
            case SYNTAX, PORT -> Outcome.bad(Rule.BAD_ADDRESS, why);
            case CREDENTIALS -> Outcome.bad(Rule.CREDENTIALS, why + ", so it is never requested");
            case SCHEME ->
                HARMFUL.matcher(spelling).matches()
                        ? Outcome.bad(Rule.BAD_ADDRESS, why)
                        : Outcome.bad(Rule.OTHER_SCHEME, why + ", and only web addresses can be tried");
        };
    }

    private Optional<Outcome> waived(String spelling, Address address) {
        if (settings.waivers().isIgnored(spelling)) {
            return Optional.of(ignored());
        }
        Optional<Outcome> acts = Acting.reason(address).map(reason -> Outcome.bad(Rule.ACTS, reason));
        return acts.or(() -> settings.waivers()
                .goesLive(spelling, today)
                .map(date -> Outcome.bad(Rule.NOT_YET, "it goes live on " + date)));
    }
}
