package newsletter.parse;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import newsletter.cache.Codec;
import newsletter.cache.Packer;
import newsletter.cache.Unpacker;
import newsletter.finding.Location;
import newsletter.model.Block;
import newsletter.model.Inline;
import newsletter.model.PictureRef;
import newsletter.model.Prose;

/** Prose, with places as they lie from the beginning of its passage, so that it may stand elsewhere the next time. */
final class ProseCodec implements Codec<Prose> {
    private final Location start;

    /** For what begins at a place. */
    ProseCodec(Location start) {
        this.start = start;
    }

    private enum BlockKind {
        PARAGRAPH,
        HEADING,
        ITEMS,
        QUOTATION,
        VERBATIM,
        RULE,
        TABLE
    }

    private enum InlineKind {
        TEXT,
        STYLED,
        CODE,
        LINK,
        IMAGE,
        BREAK
    }

    @Override
    public void pack(Prose prose, Packer to) {
        to.all(prose.blocks(), block -> pack(block, to));
    }

    private void pack(Block block, Packer to) {
        if (block instanceof Block.Paragraph paragraph) {
            to.constant(BlockKind.PARAGRAPH);
            packAll(paragraph.content(), to);
        } else if (block instanceof Block.Heading heading) {
            to.constant(BlockKind.HEADING);
            to.number(heading.level());
            pack(heading.at(), to);
            packAll(heading.content(), to);
        } else if (block instanceof Block.Items items) {
            to.constant(BlockKind.ITEMS);
            to.flag(items.ordered());
            to.number(items.first());
            to.all(items.items(), item -> pack(item, to));
        } else if (block instanceof Block.Quotation quotation) {
            to.constant(BlockKind.QUOTATION);
            pack(quotation.content(), to);
        } else if (block instanceof Block.Verbatim verbatim) {
            to.constant(BlockKind.VERBATIM);
            to.text(verbatim.text());
        } else if (block instanceof Block.Rule) {
            to.constant(BlockKind.RULE);
        } else if (block instanceof Block.Table table) {
            to.constant(BlockKind.TABLE);
            packRow(table.head(), to);
            to.all(table.rows(), row -> packRow(row, to));
        }
    }

    private void packRow(List<Block.Cell> row, Packer to) {
        to.all(row, cell -> {
            to.constant(cell.alignment());
            packAll(cell.content(), to);
        });
    }

    private void packAll(List<Inline> content, Packer to) {
        to.all(content, inline -> pack(inline, to));
    }

    private void pack(Inline inline, Packer to) {
        if (inline instanceof Inline.Text text) {
            to.constant(InlineKind.TEXT);
            to.text(text.text());
        } else if (inline instanceof Inline.Styled styled) {
            to.constant(InlineKind.STYLED);
            to.constant(styled.style());
            packAll(styled.content(), to);
        } else if (inline instanceof Inline.Code code) {
            to.constant(InlineKind.CODE);
            to.text(code.text());
        } else if (inline instanceof Inline.Link link) {
            to.constant(InlineKind.LINK);
            to.text(link.target().toString());
            pack(link.at(), to);
            packAll(link.content(), to);
        } else if (inline instanceof Inline.Image image) {
            to.constant(InlineKind.IMAGE);
            pack(image.picture(), to);
        } else if (inline instanceof Inline.Break) {
            to.constant(InlineKind.BREAK);
        }
    }

    private void pack(PictureRef picture, Packer to) {
        to.text(picture.target());
        to.flag(picture.description().isPresent());
        picture.description().ifPresent(to::text);
        pack(picture.at(), to);
        pack(picture.describedAt(), to);
    }

    private void pack(Location at, Packer to) {
        to.number(at.line() - start.line());
        to.number(at.column() - start.column());
    }

    @Override
    public Prose unpack(Unpacker from) {
        return new Prose(from.all(() -> block(from)));
    }

    private Block block(Unpacker from) {
        return switch (from.constant(BlockKind.values())) {
            case PARAGRAPH -> new Block.Paragraph(content(from));
            case HEADING -> {
                int level = from.number();
                Location at = location(from);
                yield new Block.Heading(level, content(from), at);
            }
            case ITEMS -> {
                boolean ordered = from.flag();
                int first = from.number();
                yield new Block.Items(ordered, first, from.all(() -> unpack(from)));
            }
            case QUOTATION -> new Block.Quotation(unpack(from));
            case VERBATIM -> new Block.Verbatim(from.text());
            case RULE -> new Block.Rule();
            case TABLE -> {
                List<Block.Cell> head = row(from);
                yield new Block.Table(head, from.all(() -> row(from)));
            }
        };
    }

    private List<Block.Cell> row(Unpacker from) {
        return from.all(() -> {
            Block.Alignment alignment = from.constant(Block.Alignment.values());
            return new Block.Cell(alignment, content(from));
        });
    }

    private List<Inline> content(Unpacker from) {
        return from.all(() -> inline(from));
    }

    private Inline inline(Unpacker from) {
        return switch (from.constant(InlineKind.values())) {
            case TEXT -> new Inline.Text(from.text());
            case STYLED -> {
                Inline.Style style = from.constant(Inline.Style.values());
                yield new Inline.Styled(style, content(from));
            }
            case CODE -> new Inline.Code(from.text());
            case LINK -> {
                URI target = URI.create(from.text());
                Location at = location(from);
                yield new Inline.Link(target, content(from), at);
            }
            case IMAGE -> new Inline.Image(picture(from));
            case BREAK -> new Inline.Break();
        };
    }

    private PictureRef picture(Unpacker from) {
        String target = from.text();
        Optional<String> description = from.flag() ? Optional.of(from.text()) : Optional.empty();
        Location at = location(from);
        return new PictureRef(target, description, at, location(from));
    }

    private Location location(Unpacker from) {
        int line = start.line() + from.number();
        return new Location(start.source(), line, start.column() + from.number());
    }
}
