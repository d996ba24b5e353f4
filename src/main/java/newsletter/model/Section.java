package newsletter.model;

import java.util.List;
import java.util.Optional;

/**
 * A heading with what stands under it.
 *
 * @param anchor its id within the page
 * @param layout the layout that the editor asked for; empty for each type's own
 * @param beside whether it shares a row with its neighbour, when that has it too
 */
public record Section(
        String heading,
        String anchor,
        Optional<Prose> intro,
        Optional<Prose> text,
        List<Placement> entries,
        Optional<SectionPlan.Layout> layout,
        boolean beside) {
    /** Copies the list. */
    public Section {
        entries = List.copyOf(entries);
    }
}
