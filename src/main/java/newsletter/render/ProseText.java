package newsletter.render;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import newsletter.model.Block;
import newsletter.model.Inline;
import newsletter.model.Prose;

/**
 * Rich text as plain text for reading: wrapped, lists with marks, and links as numbers whose addresses follow below. Numbers go
 * on through the issue, so that one number means one address.
 */
final class ProseText {
    private final LinkNumbers numbers;

    ProseText(LinkNumbers numbers) {
        this.numbers = numbers;
    }

    /** The text, and below it the addresses it refers to. */
    String of(Prose prose) {
        List<URI> targets = new ArrayList<>();
        String body = blocks(prose, 0, targets);
        if (targets.isEmpty()) {
            return body;
        }
        StringBuilder notes = new StringBuilder(body).append("\n\n");
        targets.stream()
                .distinct()
                .forEach(target -> notes.append(numbers.note(target)).append('\n'));
        return notes.toString().stripTrailing();
    }

    private String blocks(Prose prose, int indent, List<URI> targets) {
        List<String> blocks = new ArrayList<>();
        prose.blocks().forEach(block -> blocks.add(block(block, indent, targets)));
        return String.join("\n\n", blocks);
    }

    private String block(Block block, int indent, List<URI> targets) {
        if (block instanceof Block.Paragraph paragraph) {
            return PlainText.wrap(words(paragraph.content(), targets), indent);
        }
        if (block instanceof Block.Heading heading) {
            return PlainText.wrap(words(heading.content(), targets), indent);
        }
        if (block instanceof Block.Items items) {
            return items(items, indent, targets);
        }
        if (block instanceof Block.Quotation quotation) {
            return PlainText.prefix(blocks(quotation.content(), indent, targets), "> ");
        }
        if (block instanceof Block.Verbatim verbatim) {
            return PlainText.prefix(verbatim.text(), " ".repeat(indent + 4));
        }
        if (block instanceof Block.Table table) {
            return table(table, indent, targets);
        }
        return " ".repeat(indent) + "* * *";
    }

    private String items(Block.Items items, int indent, List<URI> targets) {
        List<String> lines = new ArrayList<>();
        int number = items.first();
        boolean loose = items.items().stream().anyMatch(item -> item.blocks().size() > 1);
        for (Prose item : items.items()) {
            String mark = items.ordered() ? number++ + ". " : "- ";
            String body = blocks(item, indent + mark.length(), targets);
            String start = " ".repeat(indent) + mark;
            lines.add(body.isBlank() ? start : start + body.substring(Math.min(body.length(), start.length())));
        }
        return String.join(loose ? "\n\n" : "\n", lines);
    }

    /** Row by row, a cell after the other: columns would not survive a proportional font. */
    private String table(Block.Table table, int indent, List<URI> targets) {
        List<String> lines = new ArrayList<>();
        if (!table.head().isEmpty()) {
            lines.add(row(table.head(), indent, targets));
        }
        table.rows().forEach(row -> lines.add(row(row, indent, targets)));
        return String.join("\n", lines);
    }

    private String row(List<Block.Cell> row, int indent, List<URI> targets) {
        List<String> cells =
                row.stream().map(cell -> words(cell.content(), targets)).toList();
        return PlainText.wrap(String.join(" | ", cells), indent);
    }

    private String words(List<Inline> content, List<URI> targets) {
        StringBuilder words = new StringBuilder();
        content.forEach(inline -> append(inline, words, targets));
        return words.toString();
    }

    private void append(Inline inline, StringBuilder words, List<URI> targets) {
        if (inline instanceof Inline.Text text) {
            words.append(text.text());
        } else if (inline instanceof Inline.Styled styled) {
            words.append(words(styled.content(), targets));
        } else if (inline instanceof Inline.Code code) {
            words.append(code.text());
        } else if (inline instanceof Inline.Link link) {
            append(link, words, targets);
        } else if (inline instanceof Inline.Image image
                && !image.picture().alt().isEmpty()) {
            words.append('[').append(image.picture().alt()).append(']');
        } else if (inline instanceof Inline.Break) {
            words.append('\n');
        }
    }

    private void append(Inline.Link link, StringBuilder words, List<URI> targets) {
        String text = words(link.content(), targets);
        String address = LinkNumbers.shown(link.target());
        words.append(text);
        if (!text.equals(address) && !("https://" + text).equals(address)) {
            targets.add(link.target());
            words.append('\u00A0').append(numbers.mark(link.target()));
        }
    }
}
