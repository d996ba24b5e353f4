package newsletter.render;

import java.util.List;
import newsletter.model.Block;
import newsletter.model.Inline;
import newsletter.model.Prose;

/** Rich text as HTML, without classes: the style sheet reaches it by its elements. */
final class ProseHtml {
    private static final int LOWEST = 6;

    /** The end of a picture on the web: the others get the width that suits them when they are developed. */
    private static final String UNMEASURED = "\" width=\"536\">";

    private final PictureSources pictures;
    private final int headingLevel;
    private final Marks marks;

    /**
     * @param pictures where pictures are
     * @param headingLevel the level of the topmost heading, so that the page's order of headings has no gaps
     * @param marks takes where the editor wrote headings, links and pictures
     */
    ProseHtml(PictureSources pictures, int headingLevel, Marks marks) {
        this.pictures = pictures;
        this.headingLevel = headingLevel;
        this.marks = marks;
    }

    String of(Prose prose) {
        StringBuilder html = new StringBuilder();
        append(prose, html, headingShift(prose));
        return html.toString().stripTrailing();
    }

    private int headingShift(Prose prose) {
        return prose.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .mapToInt(block -> headingLevel - ((Block.Heading) block).level())
                .max()
                .orElse(0);
    }

    private void append(Prose prose, StringBuilder html, int shift) {
        prose.blocks().forEach(block -> append(block, html, shift));
    }

    private void append(Block block, StringBuilder html, int shift) {
        if (block instanceof Block.Paragraph paragraph) {
            html.append("<p>").append(of(paragraph.content())).append("</p>\n");
        } else if (block instanceof Block.Heading heading) {
            String name = "h" + Math.max(headingLevel, Math.min(LOWEST, heading.level() + shift));
            html.append('<')
                    .append(name)
                    .append(marks.ofEditor(heading.at()))
                    .append('>')
                    .append(of(heading.content()))
                    .append("</")
                    .append(name)
                    .append(">\n");
        } else if (block instanceof Block.Items items) {
            appendItems(items, html, shift);
        } else if (block instanceof Block.Quotation quotation) {
            html.append("<blockquote>\n");
            append(quotation.content(), html, shift);
            html.append("</blockquote>\n");
        } else if (block instanceof Block.Verbatim verbatim) {
            html.append("<pre>").append(escape(verbatim.text())).append("</pre>\n");
        } else if (block instanceof Block.Rule) {
            html.append("<hr>\n");
        } else if (block instanceof Block.Table table) {
            appendTable(table, html);
        }
    }

    private void appendItems(Block.Items items, StringBuilder html, int shift) {
        String name = items.ordered() ? "ol" : "ul";
        String start = items.ordered() && items.first() != 1 ? " start=\"" + items.first() + "\"" : "";
        html.append('<').append(name).append(start).append(">\n");
        for (Prose item : items.items()) {
            html.append("<li>");
            if (item.blocks().size() == 1 && item.blocks().get(0) instanceof Block.Paragraph only) {
                html.append(of(only.content()));
            } else {
                append(item, html, shift);
            }
            html.append("</li>\n");
        }
        html.append("</").append(name).append(">\n");
    }

    private void appendTable(Block.Table table, StringBuilder html) {
        html.append("<table>\n");
        if (!table.head().isEmpty()) {
            appendRow(table.head(), "th scope=\"col\"", "th", html);
        }
        table.rows().forEach(row -> appendRow(row, "td", "td", html));
        html.append("</table>\n");
    }

    private void appendRow(List<Block.Cell> row, String open, String close, StringBuilder html) {
        html.append("<tr>");
        for (Block.Cell cell : row) {
            html.append('<').append(open).append(alignment(cell)).append('>');
            html.append(of(cell.content())).append("</").append(close).append('>');
        }
        html.append("</tr>\n");
    }

    private static String alignment(Block.Cell cell) {
        return switch (cell.alignment()) {
            case START -> "";
            case CENTER -> " style=\"text-align: center\"";
            case END -> " style=\"text-align: right\"";
        };
    }

    private String of(List<Inline> content) {
        StringBuilder html = new StringBuilder();
        content.forEach(inline -> append(inline, html));
        return html.toString();
    }

    private void append(Inline inline, StringBuilder html) {
        if (inline instanceof Inline.Text text) {
            html.append(escape(text.text()));
        } else if (inline instanceof Inline.Styled styled) {
            String name = styled.style().element();
            html.append('<')
                    .append(name)
                    .append('>')
                    .append(of(styled.content()))
                    .append("</")
                    .append(name)
                    .append('>');
        } else if (inline instanceof Inline.Code code) {
            html.append("<code>").append(escape(code.text())).append("</code>");
        } else if (inline instanceof Inline.Link link) {
            html.append("<a").append(marks.ofEditor(link.at()));
            html.append(" href=\"").append(escape(link.target().toString())).append("\">");
            html.append(of(link.content())).append("</a>");
        } else if (inline instanceof Inline.Image image) {
            html.append("<img").append(marks.ofEditor(image.picture().at()));
            html.append(" src=\"").append(escape(pictures.of(image.picture())));
            html.append("\" alt=\"").append(escape(image.picture().alt()));
            html.append(image.picture().isRemote() ? UNMEASURED : "\">");
        } else if (inline instanceof Inline.Break) {
            html.append("<br>\n");
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
