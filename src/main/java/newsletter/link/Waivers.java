package newsletter.link;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import newsletter.finding.Location;
import newsletter.model.LinkPolicy;
import newsletter.web.Address;
import newsletter.web.MalformedAddressException;

/**
 * What editors said of single links, under {@code links: check:} in the settings.
 *
 * @param allow hosts that may be private: they are asked
 * @param ignore addresses that are not asked
 * @param seen addresses that a person has looked at
 * @param notBefore addresses that go live later
 */
public record Waivers(Set<String> allow, List<AddressPattern> ignore, List<Seen> seen, List<NotBefore> notBefore) {
    private static final int LASTS_DAYS = 90;

    /** Copies the lists, and brings hosts into their one spelling. */
    public Waivers {
        allow = allow.stream().map(Waivers::hostName).collect(Collectors.toUnmodifiableSet());
        ignore = List.copyOf(ignore);
        seen = List.copyOf(seen);
        notBefore = List.copyOf(notBefore);
    }

    /** What a publication's settings say. */
    public static Waivers of(LinkPolicy policy) {
        return new Waivers(
                Set.copyOf(policy.allow()),
                policy.ignore().stream().map(AddressPattern::new).toList(),
                policy.seen().stream()
                        .map(look -> new Seen(look.address(), look.by(), look.date(), look.at()))
                        .toList(),
                policy.notBefore().stream()
                        .map(later -> new NotBefore(new AddressPattern(later.address()), later.date()))
                        .toList());
    }

    /** None at all. */
    public static Waivers none() {
        return new Waivers(Set.of(), List.of(), List.of(), List.of());
    }

    /**
     * A person looked at a link, and it works.
     *
     * @param by the person
     * @param date when; it holds for 90 days from then
     * @param at where that is written
     */
    public record Seen(String address, String by, LocalDate date, Location at) {
        /** Whether it says anything today: a look in the future has not happened. */
        boolean holds(LocalDate today) {
            return !date.isAfter(today) && ChronoUnit.DAYS.between(date, today) <= LASTS_DAYS;
        }
    }

    /**
     * Links that go live later.
     *
     * @param date the first day on which they are asked
     */
    public record NotBefore(AddressPattern addresses, LocalDate date) {}

    boolean isIgnored(String address) {
        return ignore.stream().anyMatch(pattern -> pattern.matches(address));
    }

    Optional<LocalDate> goesLive(String address, LocalDate today) {
        return notBefore.stream()
                .filter(later ->
                        later.date().isAfter(today) && later.addresses().matches(address))
                .map(NotBefore::date)
                .max(LocalDate::compareTo);
    }

    /** The latest look at an address that still holds. */
    Optional<Seen> look(String address, LocalDate today) {
        return seen.stream()
                .filter(look -> look.holds(today) && spelling(look.address()).equals(address))
                .max((one, other) -> one.date().compareTo(other.date()));
    }

    /** Looks that say nothing any more. */
    List<Seen> lapsed(LocalDate today) {
        return seen.stream().filter(look -> !look.holds(today)).toList();
    }

    private static String hostName(String written) {
        try {
            return Address.parse("http://" + written.strip() + "/").host().name();
        } catch (MalformedAddressException e) {
            return written.strip();
        }
    }

    /** The one spelling of an address, or the text itself where it has none. */
    static String spelling(String written) {
        try {
            return Address.parse(written).toString();
        } catch (MalformedAddressException e) {
            return written.strip();
        }
    }
}
