package newsletter.email;

import java.nio.file.Path;
import java.util.List;
import newsletter.email.picture.Picture;
import newsletter.finding.Findings;
import newsletter.model.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Makes a page fit for mail programs: its style sheet stands in it, its pictures lie beside it. */
public final class EmailMaker {
    private final Path workspace;
    private final Findings findings;

    /**
     * @param workspace the folder below which pictures lie
     * @param findings where pictures that cannot be shown go
     */
    public EmailMaker(Path workspace, Findings findings) {
        this.workspace = workspace;
        this.findings = findings;
    }

    /** The page as it is written and sent. */
    public Email make(Page page) {
        Document document = Jsoup.parse(page.html());
        document.outputSettings().prettyPrint(false).charset("UTF-8").escapeMode(Entities.EscapeMode.xhtml);
        putStyles(document, page);
        List<Picture> pictures = new PagePictures(workspace, page.pictures(), findings).settle(document);
        return new Email(document.outerHtml().strip() + "\n", page.text(), pictures, countLinks(document));
    }

    private static void putStyles(Document document, Page page) {
        Element style = new Element("style");
        style.appendChild(new DataNode(
                new Palette(page.accent()).declarations() + page.styleSheet().strip() + "\n"));
        for (Element link : document.select("link[rel=stylesheet]")) {
            link.replaceWith(style.clone());
        }
    }

    private static int countLinks(Document document) {
        return (int) document.select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(target -> !target.startsWith("#"))
                .distinct()
                .count();
    }
}
