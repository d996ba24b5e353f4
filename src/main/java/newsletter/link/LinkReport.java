package newsletter.link;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check came to.
 *
 * @param checked every address once, by the first place where it is written
 * @param memoryDamage what is wrong with the memory of earlier checks; empty when nothing is
 */
public record LinkReport(List<Checked> checked, Optional<String> memoryDamage) {
    /** Copies the list. */
    public LinkReport {
        checked = List.copyOf(checked);
    }

    /**
     * The same links, with what servers said of them another time where nobody was asked here.
     *
     * @param asked links of it that are not among these are left out
     */
    public LinkReport enrichedBy(LinkReport asked) {
        // Addresses that differ in a password alone are shown as one: nobody asks them.
        Map<String, Checked> answers = asked.checked().stream()
                .collect(Collectors.toMap(Checked::address, Function.identity(), (first, other) -> first));
        return new LinkReport(
                checked.stream()
                        .map(one -> one.rule() == Rule.OFFLINE && answers.containsKey(one.address())
                                ? answers.get(one.address()).of(one.links())
                                : one)
                        .toList(),
                memoryDamage);
    }

    /** This, and of another report the addresses that are not in it. */
    public LinkReport and(LinkReport other) {
        Set<String> own = checked.stream().map(Checked::address).collect(Collectors.toSet());
        Stream<Checked> more = other.checked().stream().filter(one -> !own.contains(one.address()));
        return new LinkReport(Stream.concat(checked.stream(), more).toList(), memoryDamage);
    }

    /** How many addresses got a verdict of this kind by asking. */
    public long count(Class<? extends Verdict> kind) {
        return checked.stream()
                .filter(one -> one.rule().isAsked() && kind.isInstance(one.verdict()))
                .count();
    }

    /** How many addresses were not asked: they would act, are ignored, go live later, or there is no network. */
    public long notAsked() {
        return checked.stream().filter(one -> !one.rule().isAsked()).count();
    }

    /** Whether links could not be asked because there is no network. */
    public boolean lacksNetwork() {
        return checked.stream().anyMatch(one -> one.rule() == Rule.NO_NETWORK);
    }

    /** One line in numbers, without a full stop: {@code 41 links: 36 ok, 1 broken, 2 moved, 1 unsure, 1 not asked}. */
    public String summary() {
        StringBuilder line = new StringBuilder();
        line.append(String.format(
                Locale.ROOT,
                "%d link%s: %d ok, %d broken, %d moved, %d unsure",
                checked.size(),
                checked.size() == 1 ? "" : "s",
                count(Verdict.Ok.class),
                count(Verdict.Broken.class),
                count(Verdict.Moved.class),
                count(Verdict.Unsure.class)));
        if (notAsked() > 0) {
            line.append(", ").append(notAsked()).append(" not asked");
        }
        return line.toString();
    }
}
