package newsletter.parse;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.typographic.TypographicQuotes;
import com.vladsch.flexmark.ext.typographic.TypographicSmarts;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.Block;
import newsletter.model.Inline;
import newsletter.model.PictureRef;
import newsletter.model.Prose;

/** flexmark's tree to ours: only what a newsletter can show, with the place of every heading, link and picture, no deeper than {@link Prose#DEPTH}. */
final class ProseBuilder {
    private final Passage passage;
    private final Findings findings;
    private int depth;
    private Optional<Location> tooDeep = Optional.empty();

    ProseBuilder(Passage passage, Findings findings) {
        this.passage = passage;
        this.findings = findings;
    }

    Prose document(Document document) {
        Prose prose = prose(document);
        tooDeep.ifPresent(this::reportTooDeep);
        return prose;
    }

    private void reportTooDeep(Location at) {
        String message = "this text nests lists, quotations or emphasis more than " + Prose.DEPTH + " levels deep";
        findings.add(newsletter.finding.Code.TOO_COMPLEX, at, message, "write it flatter");
    }

    private Prose prose(Node parent) {
        List<Block> blocks = new ArrayList<>();
        if (enter(parent)) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                addBlock(child, blocks);
            }
        }
        leave();
        return new Prose(blocks);
    }

    private boolean enter(Node node) {
        depth++;
        if (depth > Prose.DEPTH && tooDeep.isEmpty()) {
            tooDeep = Optional.of(at(node));
        }
        return depth <= Prose.DEPTH;
    }

    private void leave() {
        depth--;
    }

    private void addBlock(Node node, List<Block> blocks) {
        if (node instanceof HtmlCommentBlock || node instanceof Reference) {
            return;
        }
        if (node instanceof HtmlBlockBase html) {
            blocks.addAll(new HtmlBlocks(passage, html.getStartOffset(), depth, findings)
                    .read(html.getChars().toString()));
        } else if (node instanceof Paragraph || node instanceof Heading) {
            addText(node, blocks);
        } else if (node instanceof ListBlock list) {
            blocks.add(items(list));
        } else if (node instanceof BlockQuote) {
            blocks.add(new Block.Quotation(prose(node)));
        } else if (node instanceof FencedCodeBlock code) {
            blocks.add(new Block.Verbatim(code.getContentChars().normalizeEOL().stripTrailing()));
        } else if (node instanceof IndentedCodeBlock code) {
            blocks.add(new Block.Verbatim(
                    code.getContentChars().trimTailBlankLines().normalizeEOL().stripTrailing()));
        } else if (node instanceof ThematicBreak) {
            blocks.add(new Block.Rule());
        } else if (node instanceof TableBlock table) {
            blocks.add(table(table));
        }
    }

    private void addText(Node node, List<Block> blocks) {
        List<Inline> content = inlines(node);
        if (content.isEmpty()) {
            return;
        }
        blocks.add(
                node instanceof Heading heading
                        ? new Block.Heading(heading.getLevel(), content, at(node))
                        : new Block.Paragraph(content));
    }

    private Block.Items items(ListBlock list) {
        List<Prose> items = new ArrayList<>();
        for (Node child = list.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof ListItem) {
                items.add(prose(child));
            }
        }
        boolean ordered = list instanceof OrderedList;
        return new Block.Items(ordered, ordered ? ((OrderedList) list).getStartNumber() : 1, items);
    }

    private Block.Table table(TableBlock table) {
        List<Block.Cell> head = new ArrayList<>();
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (part instanceof TableHead && row instanceof TableRow) {
                    head.addAll(cells(row));
                } else if (part instanceof TableBody && row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        return new Block.Table(head, rows);
    }

    private List<Block.Cell> cells(Node row) {
        List<Block.Cell> cells = new ArrayList<>();
        for (Node child = row.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableCell cell) {
                cells.add(new Block.Cell(alignment(cell), inlines(cell)));
            }
        }
        return cells;
    }

    private static Block.Alignment alignment(TableCell cell) {
        if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
            return Block.Alignment.END;
        }
        return cell.getAlignment() == TableCell.Alignment.CENTER ? Block.Alignment.CENTER : Block.Alignment.START;
    }

    private List<Inline> inlines(Node parent) {
        InlineStack stack = new InlineStack(depth, findings);
        if (enter(parent)) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                addInline(child, stack);
            }
        }
        leave();
        return stack.finish();
    }

    private void addInline(Node node, InlineStack stack) {
        if (node instanceof HtmlInlineComment) {
            return;
        }
        if (node instanceof HtmlInlineBase) {
            RawTag.parse(node.getChars().toString()).ifPresent(tag -> stack.tag(tag, at(node)));
        } else if (node instanceof Link
                || node instanceof LinkRef
                || node instanceof AutoLink
                || node instanceof MailLink) {
            addLink(node, stack);
        } else if (node instanceof Image || node instanceof ImageRef) {
            addImage(node, stack);
        } else if (node instanceof TypographicQuotes quotes) {
            stack.add(new Inline.Text(quotes.getTypographicOpening()));
            stack.addAll(inlines(node));
            stack.add(new Inline.Text(quotes.getTypographicClosing()));
        } else {
            addWords(node, stack);
        }
    }

    private void addWords(Node node, InlineStack stack) {
        if (node instanceof Emphasis) {
            stack.add(new Inline.Styled(Inline.Style.EMPHASIS, inlines(node)));
        } else if (node instanceof StrongEmphasis) {
            stack.add(new Inline.Styled(Inline.Style.STRONG, inlines(node)));
        } else if (node instanceof Strikethrough) {
            stack.add(new Inline.Styled(Inline.Style.STRUCK, inlines(node)));
        } else if (node instanceof Code code) {
            stack.add(new Inline.Code(code.getText().toString().replace('\n', ' ')));
        } else if (node instanceof SoftLineBreak) {
            stack.add(new Inline.Text(" "));
        } else if (node instanceof HardLineBreak) {
            stack.add(new Inline.Break());
        } else if (node instanceof TypographicSmarts smarts) {
            // flexmark gives some of them as entities, whatever its options say.
            stack.add(new Inline.Text(Escaping.unescapeHtml(smarts.getTypographicText())));
        } else if (node.hasChildren()) {
            stack.addAll(inlines(node));
        } else {
            stack.add(new Inline.Text(text(node)));
        }
    }

    private static String text(Node node) {
        return node instanceof HtmlEntity
                ? node.getChars().unescape()
                : node.getChars().unescape().replace('\n', ' ');
    }

    private void addLink(Node node, InlineStack stack) {
        List<Inline> content = InlineStack.withoutLinks(linkText(node));
        Optional<String> written = address(node);
        if (written.isEmpty()) {
            stack.add(new Inline.Text(node.getChars().unescape()));
            return;
        }
        Optional<URI> target = Addresses.parse(written.get(), at(node), findings);
        if (target.isPresent()) {
            stack.add(new Inline.Link(target.get(), content, at(node)));
        } else {
            stack.addAll(content);
        }
    }

    private List<Inline> linkText(Node node) {
        if (node instanceof AutoLink link) {
            return List.of(new Inline.Text(link.getText().unescape()));
        }
        if (node instanceof MailLink link) {
            return List.of(new Inline.Text(link.getText().unescape()));
        }
        return inlines(node);
    }

    /** What a link or picture points at; empty for a reference that is defined nowhere, which is plain text in brackets. */
    private static Optional<String> address(Node node) {
        if (node instanceof Link link) {
            return Optional.of(link.getUrl().unescape());
        }
        if (node instanceof Image image) {
            return Optional.of(image.getUrl().unescape());
        }
        if (node instanceof AutoLink link) {
            String text = link.getText().unescape();
            return Optional.of(text.startsWith("www.") ? "https://" + text : text);
        }
        if (node instanceof MailLink link) {
            return Optional.of("mailto:" + link.getText().unescape());
        }
        return reference(node).map(Reference::getUrl).map(BasedSequence::unescape);
    }

    private static Optional<Reference> reference(Node node) {
        Document document = node.getDocument();
        if (node instanceof LinkRef link) {
            return Optional.ofNullable(link.getReferenceNode(document));
        }
        return node instanceof ImageRef image
                ? Optional.ofNullable(image.getReferenceNode(document))
                : Optional.empty();
    }

    private void addImage(Node node, InlineStack stack) {
        Optional<String> target = address(node);
        if (target.isEmpty()) {
            stack.add(new Inline.Text(node.getChars().unescape()));
            return;
        }
        StringBuilder alt = new StringBuilder();
        collectWords(inlines(node), alt);
        Optional<String> words = Optional.of(alt.toString().strip()).filter(said -> !said.isEmpty());
        stack.add(new Inline.Image(new PictureRef(target.get(), words, at(node))));
    }

    private static void collectWords(List<Inline> content, StringBuilder words) {
        for (Inline inline : content) {
            if (inline instanceof Inline.Text text) {
                words.append(text.text());
            } else if (inline instanceof Inline.Styled styled) {
                collectWords(styled.content(), words);
            } else if (inline instanceof Inline.Code code) {
                words.append(code.text());
            }
        }
    }

    private Location at(Node node) {
        return passage.at(node.getStartOffset());
    }
}
