package newsletter.model;

import java.util.List;
import java.util.stream.Stream;
import newsletter.finding.Location;

/** A block of {@link Prose}. */
public sealed interface Block {
    /** Every inline piece of it at any depth, in reading order. */
    Stream<Inline> inlines();

    /** A paragraph. */
    record Paragraph(List<Inline> content) implements Block {
        /** Copies the list. */
        public Paragraph {
            content = List.copyOf(content);
        }

        @Override
        public Stream<Inline> inlines() {
            return content.stream().flatMap(Inline::deep);
        }
    }

    /**
     * A heading.
     *
     * @param level 1 to 6 as written
     * @param at where the editor wrote it
     */
    record Heading(int level, List<Inline> content, Location at) implements Block {
        /** Copies the list. */
        public Heading {
            content = List.copyOf(content);
        }

        @Override
        public Stream<Inline> inlines() {
            return content.stream().flatMap(Inline::deep);
        }
    }

    /**
     * A list.
     *
     * @param first the number of the first item, for an ordered list
     */
    record Items(boolean ordered, int first, List<Prose> items) implements Block {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Stream<Inline> inlines() {
            return items.stream().flatMap(Prose::inlines);
        }
    }

    /** A quotation. */
    record Quotation(Prose content) implements Block {
        @Override
        public Stream<Inline> inlines() {
            return content.inlines();
        }
    }

    /** Text to be shown as it is, without a line break at its end. */
    record Verbatim(String text) implements Block {
        @Override
        public Stream<Inline> inlines() {
            return Stream.empty();
        }
    }

    /** A thematic break. */
    record Rule() implements Block {
        @Override
        public Stream<Inline> inlines() {
            return Stream.empty();
        }
    }

    /**
     * A table.
     *
     * @param head the first row, of headings; may be empty
     * @param rows the others
     */
    record Table(List<Cell> head, List<List<Cell>> rows) implements Block {
        /** Copies the lists. */
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public Stream<Inline> inlines() {
            return Stream.concat(Stream.of(head), rows.stream())
                    .flatMap(List::stream)
                    .flatMap(cell -> cell.content().stream())
                    .flatMap(Inline::deep);
        }
    }

    /** A cell of a table. */
    record Cell(Alignment alignment, List<Inline> content) {
        /** Copies the list. */
        public Cell {
            content = List.copyOf(content);
        }
    }

    /** Where the text of a cell stands. */
    enum Alignment {
        /** As the language has it. */
        START,
        /** In the middle. */
        CENTER,
        /** At the other side, for figures. */
        END
    }
}
