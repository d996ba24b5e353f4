package newsletter.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import newsletter.finding.Code;
import newsletter.finding.Finding;
import newsletter.finding.Location;
import newsletter.finding.Source;

/**
 * A check's verdicts as findings: one for an address, at the first place where an editor wrote it, which names the other places.
 * No network is one finding, not one for each link.
 */
public final class LinkFindings {
    private static final int PLACES_NAMED = 3;

    /** Where what concerns no single link is said. */
    private static final Location SETTINGS = new Source("newsletter.yaml", "").start();

    private static final Location MEMORY = new Source(".newsletter/links", "").start();

    private final Waivers waivers;
    private final LocalDate today;

    /** @param today in the publication's timezone */
    public LinkFindings(Waivers waivers, LocalDate today) {
        this.waivers = waivers;
        this.today = today;
    }

    /** The findings of a report, sorted by place. */
    public List<Finding> of(LinkReport report) {
        List<Finding> findings = new ArrayList<>();
        report.checked().forEach(checked -> finding(checked).ifPresent(findings::add));
        noNetwork(report).ifPresent(findings::add);
        memory(report).ifPresent(findings::add);
        waivers.lapsed(today).forEach(look -> findings.add(lapsed(look)));
        return findings.stream().sorted().toList();
    }

    private static Optional<Finding> finding(Checked checked) {
        if (!checked.rule().isAsked() || checked.verdict() instanceof Verdict.Ok) {
            return Optional.empty();
        }
        Location at = checked.places().get(0);
        String link = written(checked);
        if (checked.verdict() instanceof Verdict.Moved moved) {
            String message = "moved for good: " + link + " is now " + moved.to() + others(checked);
            return Optional.of(new Finding(
                    Code.LINK_MOVED,
                    at,
                    message,
                    "write the new address, or let 'newsletter check --fix-moved' do it"));
        }
        if (checked.verdict() instanceof Verdict.Broken broken) {
            String message = "broken link: " + link + ": " + broken.why() + others(checked);
            return Optional.of(
                    new Finding(Code.LINK_BROKEN, at, message, checked.rule().hint()));
        }
        String why = ((Verdict.Unsure) checked.verdict()).why();
        String message = "cannot tell whether this link works: " + link + ": " + why + others(checked);
        return Optional.of(
                new Finding(Code.LINK_UNSURE, at, message, checked.rule().hint()));
    }

    /** As it stands at the first place, so that an editor finds it there. */
    private static String written(Checked checked) {
        Location first = checked.places().get(0);
        String written = checked.links().stream()
                .filter(link -> link.places().contains(first))
                .map(link -> link.address().strip())
                .findFirst()
                .orElse(checked.address());
        return written.length() <= 120 ? written : written.substring(0, 117) + "…";
    }

    private static String others(Checked checked) {
        List<Location> places = checked.places();
        List<Location> others = places.subList(1, places.size());
        if (others.isEmpty()) {
            return "";
        }
        String named =
                others.stream().limit(PLACES_NAMED).map(Location::toString).collect(Collectors.joining(", "));
        int more = others.size() - PLACES_NAMED;
        return "; also at " + named + (more > 0 ? " and " + more + " more" : "");
    }

    private static Optional<Finding> noNetwork(LinkReport report) {
        long unasked = report.checked().stream()
                .filter(checked -> checked.rule() == Rule.NO_NETWORK)
                .count();
        String message =
                "there is no network: " + (unasked == 1 ? "1 link was" : unasked + " links were") + " not checked";
        return Optional.of(
                        new Finding(Code.NO_NETWORK, SETTINGS, message, "check again with a network, or say --offline"))
                .filter(finding -> unasked > 0);
    }

    private static Optional<Finding> memory(LinkReport report) {
        return report.memoryDamage()
                .map(damage -> new Finding(
                        Code.LINK_MEMORY, MEMORY, damage, "nothing to do: what was forgotten is asked again"));
    }

    private Finding lapsed(Waivers.Seen look) {
        boolean future = look.date().isAfter(today);
        String message = future
                ? look.by() + " will look at " + look.address() + " only on " + look.date()
                : "it is long since " + look.by() + " looked at " + look.address() + ", on " + look.date();
        return new Finding(
                Code.LINK_LOOK_LAPSED, look.at(), message, "look again and write today's date, or take it out");
    }
}
