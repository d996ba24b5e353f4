package newsletter.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rich text: what Markdown becomes, free of anything unsafe, at most {@value #DEPTH} levels deep.
 *
 * @param blocks from the first to the last
 */
public record Prose(List<Block> blocks) {
    /** How deep blocks and inlines nest at most, counted together. */
    public static final int DEPTH = 40;

    /** No text. */
    public static final Prose EMPTY = new Prose(List.of());

    /** Copies the list. */
    public Prose {
        blocks = List.copyOf(blocks);
    }

    /** Whether there is nothing to read. */
    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Every inline piece of it at any depth, in reading order, an outer one before what stands in it. */
    public Stream<Inline> inlines() {
        return blocks.stream().flatMap(Block::inlines);
    }
}
