package newsletter.model;

import java.util.List;
import java.util.Optional;
import newsletter.finding.Location;

/**
 * A section as it is asked for: in the blueprint, or in an issue.
 *
 * @param heading what stands above it
 * @param intro above the entries
 * @param text its own text, where it is of text alone
 * @param named entries by id, in this order
 * @param selection the rule that adds more
 * @param layout the layout of its entries; empty for each type's own
 * @param beside whether it shares a row with its neighbour, when that has it too
 * @param omitted whether this issue does without it
 * @param at where it was written
 */
public record SectionPlan(
        String heading,
        Optional<Prose> intro,
        Optional<Prose> text,
        List<Reference> named,
        Optional<Selection> selection,
        Optional<Layout> layout,
        boolean beside,
        boolean omitted,
        Location at) {
    /** Copies the list. */
    public SectionPlan {
        named = List.copyOf(named);
    }

    /** This section with whatever a change of it gives instead. */
    public SectionPlan changedBy(SectionPlan change) {
        return new SectionPlan(
                heading,
                change.intro.or(() -> intro),
                change.text.or(() -> text),
                change.named.isEmpty() ? named : change.named,
                change.selection.or(() -> selection),
                change.layout.or(() -> layout),
                change.beside || beside,
                change.omitted,
                change.at);
    }

    /** Whether it can hold anything at all. */
    public boolean isHollow() {
        return intro.isEmpty() && text.isEmpty() && named.isEmpty() && selection.isEmpty();
    }

    /** An entry called by its id. */
    public record Reference(String id, Location at) {}

    /** A layout called by its name. */
    public record Layout(String name, Location at) {}
}
