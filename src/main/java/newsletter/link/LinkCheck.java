package newsletter.link;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsletter.web.Address;
import newsletter.web.MalformedAddressException;
import newsletter.web.Network;
import newsletter.web.WebClient;

/**
 * Checks links: each address once, however often it is written, politely, and without acting for anybody.
 *
 * <pre>
 * LinkMemory memory = LinkMemory.open(root.resolve(".newsletter/links"), clock);
 * LinkReport report = new LinkCheck(settings, Network.ofTheMachine(environment), memory, clock, Pause.real())
 *         .run(links, LinkCheck.anchors(html), Progress.none());
 * List&lt;Finding&gt; findings = new LinkFindings(settings.waivers(), today).of(report);
 * </pre>
 */
public final class LinkCheck {
    private final LinkSettings settings;
    private final Network network;
    private final LinkMemory memory;
    private final Clock clock;
    private final Pause pause;

    /**
     * A check.
     *
     * @param clock in the publication's timezone: it says what today is
     */
    public LinkCheck(LinkSettings settings, Network network, LinkMemory memory, Clock clock, Pause pause) {
        this.settings = settings;
        this.network = network;
        this.memory = memory;
        this.clock = clock;
        this.pause = pause;
    }

    /** The places within a page that links can point to. */
    public static Set<String> anchors(String html) {
        return PageLook.anchors(html);
    }

    /**
     * Judges links. When the calling thread is interrupted, stops soon; what was not asked by then is unsure, and the thread is
     * still marked.
     *
     * @param ownAnchors the places within the newsletter's own page
     */
    public LinkReport run(List<Link> links, Set<String> ownAnchors, Progress progress) {
        Map<String, List<Link>> addresses = new LinkedHashMap<>();
        links.forEach(link -> addresses
                .computeIfAbsent(Waivers.spelling(link.address()), spelling -> new ArrayList<>())
                .add(link));
        LocalDate today = LocalDate.now(clock);
        Desk desk = new Desk(addresses, settings.waivers(), memory, today, progress);
        Triage triage = new Triage(settings, ownAnchors, today);
        Map<Address, List<Address>> pages = new LinkedHashMap<>();
        addresses.forEach((spelling, same) -> {
            Optional<Address> open = sort(spelling, same, triage, desk);
            open.ifPresent(address -> pages.computeIfAbsent(address.page(), page -> new ArrayList<>())
                    .add(address));
        });
        visit(pages, desk);
        return new LinkReport(desk.all(), memory.damage());
    }

    /** The address, when it has to be asked. */
    private Optional<Address> sort(String spelling, List<Link> same, Triage triage, Desk desk) {
        Optional<Outcome> settled = same.stream()
                .flatMap(link -> triage.settle(spelling, link).stream())
                .findFirst();
        if (settled.isPresent()) {
            desk.settle(spelling, settled.get());
            return Optional.empty();
        }
        Optional<LinkMemory.Remembered> known = settings.fresh() ? Optional.empty() : memory.recall(spelling);
        if (known.isPresent()) {
            desk.recall(known.get());
            return Optional.empty();
        }
        if (settings.offline()) {
            desk.settle(spelling, Outcome.bad(Rule.OFFLINE, "nobody was asked"));
            return Optional.empty();
        }
        try {
            return Optional.of(Address.parse(spelling));
        } catch (MalformedAddressException e) {
            throw new IllegalStateException("triage settles what is no address: " + spelling, e);
        }
    }

    private void visit(Map<Address, List<Address>> pages, Desk desk) {
        if (pages.isEmpty()) {
            return;
        }
        Pace pace = settings.pace();
        try (WebClient client = new WebClient(
                network, settings.agent(), pace.limits(), settings.waivers().allow(), pace.connections())) {
            Outlook outlook = new Outlook(client, settings.waivers().allow());
            Rota rota = new Rota(
                    pace, clock, pause, (visit, outcome) -> settle(pages, visit, outcome, desk), outlook::verdict);
            rota.addAll(visits(pages));
            new Crew(client, rota, outlook).work(Math.min(pace.connections(), pages.size()));
        }
        desk.closeEarly(pages);
    }

    private static void settle(Map<Address, List<Address>> pages, Visit visit, Outcome outcome, Desk desk) {
        desk.settle(pages, visit, outcome);
        visit.forgetPage();
    }

    /** Held by the rota alone, which lets go of each as it is settled: what was read of 20,000 pages would fill the memory. */
    private List<Visit> visits(Map<Address, List<Address>> pages) {
        return pages.entrySet().stream()
                .map(page -> new Visit(page.getKey(), looksInside(page.getValue()), clock))
                .toList();
    }

    private boolean looksInside(List<Address> places) {
        return settings.looksInside()
                || places.stream().anyMatch(place -> place.fragment().isPresent());
    }
}
