package newsletter.email;

import java.nio.file.Path;
import newsletter.finding.Findings;
import newsletter.model.Page;
import newsletter.model.Publication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Makes a page fit for mail programs: its style sheet stands in it, its pictures lie beside it. */
public final class EmailMaker {
    private static final String PLAY = "data-play";

    private final Publication publication;
    private final Path workspace;
    private final Findings findings;

    /**
     * @param publication says what links carry
     * @param workspace the folder below which pictures lie
     * @param findings where pictures that cannot be shown go
     */
    public EmailMaker(Publication publication, Path workspace, Findings findings) {
        this.publication = publication;
        this.workspace = workspace;
        this.findings = findings;
    }

    /** The page as it is written and sent. */
    public Email make(Page page) {
        Document document = Jsoup.parse(page.html());
        document.outputSettings().prettyPrint(false).charset("UTF-8").escapeMode(Entities.EscapeMode.xhtml);
        putStyles(document, page);
        Pictures pictures = putPictures(document, page);
        publication.utm().ifPresent(utm -> new Campaign(utm, page.issue(), publication.unsubscribe()).tag(document));
        return new Email(document.outerHtml().strip() + "\n", page.text(), pictures.all(), countLinks(document));
    }

    private static void putStyles(Document document, Page page) {
        Element style = new Element("style");
        style.appendChild(new DataNode(
                new Palette(page.accent()).declarations() + page.styleSheet().strip() + "\n"));
        for (Element link : document.select("link[rel=stylesheet]")) {
            link.replaceWith(style.clone());
        }
    }

    private Pictures putPictures(Document document, Page page) {
        Pictures pictures = new Pictures(workspace, page.pictures(), findings);
        for (Element picture : document.select("img[src]")) {
            String source = picture.attr("src");
            if (!source.isEmpty() && !isElsewhere(source)) {
                pictures.take(source, picture.hasAttr(PLAY)).ifPresent(path -> picture.attr("src", path));
            }
            picture.removeAttr(PLAY);
        }
        return pictures;
    }

    private static boolean isElsewhere(String source) {
        return source.startsWith("https:") || source.startsWith("http:");
    }

    private static int countLinks(Document document) {
        return (int) document.select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(target -> !target.startsWith("#"))
                .distinct()
                .count();
    }
}
