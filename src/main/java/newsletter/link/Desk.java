package newsletter.link;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import newsletter.web.Address;
import newsletter.web.MalformedAddressException;

/** Takes in verdicts, from many threads: remembers them, hears what editors said, tells of the progress. Thread-safe. */
final class Desk {
    private final Map<String, List<Link>> addresses;
    private final Waivers waivers;
    private final LinkMemory memory;
    private final LocalDate today;
    private final Progress progress;
    private final Map<String, Checked> settled = new LinkedHashMap<>();

    /** @param addresses every address in its one spelling, with the links that lead there */
    Desk(Map<String, List<Link>> addresses, Waivers waivers, LinkMemory memory, LocalDate today, Progress progress) {
        this.addresses = addresses;
        this.waivers = waivers;
        this.memory = memory;
        this.today = today;
        this.progress = progress;
    }

    /** Settled without asking. */
    synchronized void settle(String spelling, Outcome outcome) {
        put(spelling, host(spelling), outcome, List.of(), Duration.ZERO, Optional.empty());
    }

    /** Settled by an earlier check. */
    synchronized void recall(LinkMemory.Remembered known) {
        String host = host(known.address());
        put(known.address(), host, known.outcome(), List.of(), Duration.ZERO, Optional.of(known.when()));
    }

    /** A page was visited: settles every place on it that somebody links to. */
    synchronized void settle(Map<Address, List<Address>> pages, Visit visit, Outcome page) {
        for (Address place : Objects.requireNonNull(pages.get(visit.start()))) {
            Outcome outcome = page.works() ? onPage(place, visit, page) : page;
            String spelling = place.toString();
            memory.remember(spelling, outcome);
            put(spelling, place.host().name(), outcome, visit.chain(), visit.took(), Optional.empty());
        }
    }

    private static Outcome onPage(Address place, Visit visit, Outcome page) {
        Optional<Outcome> lost = place.fragment().isEmpty()
                ? Optional.empty()
                : visit.look().flatMap(look -> new Anchor(place.fragment().get()).problem(look.anchors(), look.cut()));
        return lost.map(outcome -> page.status().map(outcome::withStatus).orElse(outcome))
                .orElseGet(() -> moved(place, page));
    }

    /** The place goes along, unless the redirect names another (RFC 9110, section 10.2.2). */
    private static Outcome moved(Address place, Outcome page) {
        boolean adds =
                page.verdict() instanceof Verdict.Moved && place.fragment().isPresent();
        if (!adds) {
            return page;
        }
        String to = ((Verdict.Moved) page.verdict()).to();
        String whole = to.contains("#") ? to : to + "#" + place.fragment().get();
        return new Outcome(page.rule(), new Verdict.Moved(whole), page.status());
    }

    /** Calls unsure what was not visited because the check was stopped. */
    synchronized void closeEarly(Map<Address, List<Address>> pages) {
        pages.values().stream()
                .flatMap(List::stream)
                .map(Address::toString)
                .filter(spelling -> !settled.containsKey(spelling))
                .forEach(spelling -> settle(spelling, Outcome.bad(Rule.STOPPED, "the check was stopped before")));
    }

    private void put(
            String spelling,
            String host,
            Outcome outcome,
            List<Hop> chain,
            Duration took,
            Optional<Instant> remembered) {
        List<Link> links = Objects.requireNonNull(addresses.get(spelling));
        Outcome heeded = heed(spelling, outcome);
        Checked checked = new Checked(
                spelling, links, heeded.verdict(), heeded.rule(), heeded.status(), chain, took, host, remembered);
        settled.put(spelling, checked);
        progress.settled(checked, settled.size(), addresses.size());
    }

    /** Somebody's look outweighs a doubt; what is broken since then is still worth a word. */
    private Outcome heed(String spelling, Outcome outcome) {
        Optional<Waivers.Seen> look = waivers.look(spelling, today);
        if (look.isEmpty() || outcome.works() || !outcome.rule().isAsked()) {
            return outcome;
        }
        if (outcome.verdict() instanceof Verdict.Broken broken) {
            String why = broken.why() + ", though " + look.get().by() + " looked on "
                    + look.get().date();
            return new Outcome(outcome.rule(), new Verdict.Unsure(why), outcome.status());
        }
        return new Outcome(Rule.SEEN, new Verdict.Ok(), outcome.status());
    }

    private static String host(String spelling) {
        try {
            return Address.parse(spelling).host().name();
        } catch (MalformedAddressException e) {
            return "";
        }
    }

    /** All that are settled, in the order in which they were first written. */
    synchronized List<Checked> all() {
        return addresses.keySet().stream()
                .flatMap(spelling -> Optional.ofNullable(settled.get(spelling)).stream())
                .toList();
    }
}
