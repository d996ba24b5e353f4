package newsletter.email;

import java.nio.file.Path;
import newsletter.email.style.StyleInliner;
import newsletter.finding.Findings;
import newsletter.model.Page;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** Makes a page fit for mail programs: its styles stand at its elements, its pictures lie beside it. */
public final class EmailMaker {
    private static final String PLAY = "data-play";

    private final Path workspace;
    private final Findings findings;
    private final StyleInliner styles;

    /**
     * @param workspace the folder below which pictures lie
     * @param findings where pictures that cannot be shown and mistakes in style sheets go
     */
    public EmailMaker(Path workspace, Findings findings) {
        this.workspace = workspace;
        this.findings = findings;
        this.styles = new StyleInliner(findings);
    }

    /** The page as it is written and sent. */
    public Email make(Page page) {
        Document document = Jsoup.parse(page.html());
        document.outputSettings().prettyPrint(false).charset("UTF-8").escapeMode(Entities.EscapeMode.xhtml);
        styles.inline(
                document,
                new Palette(page.accent()).declarations(),
                page.authorship().styleSheet());
        Pictures pictures = putPictures(document, page);
        Unmarked unmarked = Unmarked.of(document.outerHtml().strip() + "\n", pictures.renamed());
        return new Email(unmarked.html(), page.text(), pictures.all(), countLinks(document), unmarked.origins());
    }

    private Pictures putPictures(Document document, Page page) {
        Pictures pictures = new Pictures(workspace, page.authorship(), findings);
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
        return source.startsWith("https:") || source.startsWith("http:") || source.startsWith("cid:");
    }

    private static int countLinks(Document document) {
        return (int) document.select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(target -> !target.startsWith("#"))
                .distinct()
                .count();
    }
}
