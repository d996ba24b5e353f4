package newsletter.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.Block;
import newsletter.model.Inline;
import newsletter.model.Prose;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** A block of raw HTML within Markdown to blocks of ours, by the same rules as a tag within a line ({@link RawTag}). */
final class HtmlBlocks {
    private final Passage passage;
    private final int offset;
    private final Findings findings;
    private final List<Block> blocks = new ArrayList<>();
    private InlineStack line;
    private int depth;
    private boolean tooDeep;

    /**
     * @param offset where the HTML begins in the passage, 0-based
     * @param depth how deep that is within lists and the like
     */
    HtmlBlocks(Passage passage, int offset, int depth, Findings findings) {
        this.passage = passage;
        this.offset = offset;
        this.depth = depth;
        this.findings = findings;
        this.line = new InlineStack(depth, findings);
    }

    List<Block> read(String html) {
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        parser.parseFragmentInput(html, new Element("body"), "").forEach(this::add);
        endLine();
        return blocks;
    }

    private void add(Node node) {
        if (depth >= Prose.DEPTH) {
            reportDepth(node);
            return;
        }
        depth++;
        if (node instanceof TextNode text) {
            line.add(new Inline.Text(text.getWholeText().replaceAll("\\s+", " ")));
        } else if (node instanceof Element element) {
            addElement(element);
        }
        depth--;
    }

    private void reportDepth(Node node) {
        if (!tooDeep) {
            findings.add(Code.TOO_COMPLEX, at(node), "this HTML is nested too deep", "write it in Markdown");
            tooDeep = true;
        }
    }

    private void addElement(Element element) {
        switch (element.normalName()) {
            case "p", "div" -> {
                endLine();
                warnOf(element);
                element.childNodes().forEach(this::add);
                endLine();
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                endLine();
                element.childNodes().forEach(this::add);
                endHeading(element);
            }
            case "ul", "ol" -> {
                endLine();
                blocks.add(items(element));
            }
            case "blockquote" -> {
                endLine();
                blocks.add(new Block.Quotation(within(element)));
            }
            case "pre" -> {
                endLine();
                blocks.add(
                        new Block.Verbatim(Unwanted.replaced(element.wholeText().strip())));
            }
            case "hr" -> {
                endLine();
                blocks.add(new Block.Rule());
            }
            default -> addTag(element);
        }
    }

    private void warnOf(Element element) {
        line.reportStrayAttributes(RawTag.of(element), at(element));
    }

    private void addTag(Element element) {
        RawTag tag = RawTag.of(element);
        line.tag(tag, at(element));
        if (!tag.isVoid()) {
            if (!tag.isUnreadable()) {
                element.childNodes().forEach(this::add);
            }
            line.tag(new RawTag(tag.name(), true, element), at(element));
        }
    }

    private Block.Items items(Element list) {
        List<Prose> items = list.children().stream().map(this::within).toList();
        return new Block.Items(list.normalName().equals("ol"), 1, items);
    }

    private Prose within(Element element) {
        HtmlBlocks inner = new HtmlBlocks(passage, offset, depth, findings);
        inner.tooDeep = tooDeep;
        element.childNodes().forEach(inner::add);
        inner.endLine();
        tooDeep = inner.tooDeep;
        return new Prose(inner.blocks);
    }

    private void endLine() {
        endLine(Block.Paragraph::new);
    }

    private void endHeading(Element heading) {
        int level = heading.normalName().charAt(1) - '0';
        endLine(content -> new Block.Heading(level, content, at(heading)));
    }

    private void endLine(Function<List<Inline>, Block> block) {
        List<Inline> content = line.finish();
        line = new InlineStack(depth, findings);
        boolean blank = content.stream()
                .allMatch(inline ->
                        inline instanceof Inline.Text text && text.text().isBlank());
        if (!blank) {
            blocks.add(block.apply(content));
        }
    }

    private Location at(Node node) {
        return passage.at(offset + Math.max(0, node.sourceRange().startPos()));
    }
}
