package newsletter.email;

import java.nio.file.Path;
import java.util.List;
import newsletter.cache.CacheFile;
import newsletter.email.picture.Picture;
import newsletter.email.style.StyleInliner;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.Color;
import newsletter.model.Page;
import newsletter.model.Palette;
import newsletter.model.Publication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** Makes a page fit for mail programs: its styles stand at its elements, its pictures lie beside it. */
public final class EmailMaker {
    private final Path workspace;
    private final Findings findings;
    private final StyleInliner styles;

    /**
     * @param workspace the folder below which pictures lie
     * @param cache what an earlier run read of style sheets
     * @param findings where pictures that cannot be shown and mistakes in style sheets go
     */
    public EmailMaker(Path workspace, CacheFile cache, Findings findings) {
        this(workspace, findings, new StyleInliner(cache, findings));
    }

    private EmailMaker(Path workspace, Findings findings, StyleInliner styles) {
        this.workspace = workspace;
        this.findings = findings;
        this.styles = styles;
    }

    /** One that shares with this the style sheets that were read; it may work at the same time. */
    public EmailMaker reportingTo(Findings others) {
        return new EmailMaker(workspace, others, styles.reportingTo(others));
    }

    /** Reads a theme's style sheet before it is needed, and has the parser of pages load its tables. */
    public void prepare(Source styleSheet) {
        Jsoup.parse("");
        styles.prepare(styleSheet);
    }

    /** Reads what styles all pages of a publication before it is needed. */
    public void prepare(Publication publication) {
        styles.prepare(palette(publication.accent()));
    }

    /**
     * The page as it is written and sent.
     *
     * @param publication says what links carry
     */
    public Email make(Page page, Publication publication) {
        Document document = Jsoup.parse(page.html());
        document.outputSettings().prettyPrint(false).charset("UTF-8").escapeMode(Entities.EscapeMode.xhtml);
        styles.inline(document, palette(page.accent()), page.authorship());
        PagePictures pictures = new PagePictures(workspace, page.authorship(), findings);
        List<Picture> files = pictures.settle(document);
        publication.utm().ifPresent(utm -> new Campaign(utm, page.issue(), publication.unsubscribe()).tag(document));
        Unmarked unmarked = Unmarked.of(document.outerHtml().strip() + "\n", pictures.authorship());
        return new Email(unmarked.html(), page.text(), files, countLinks(document), unmarked.origins());
    }

    private static Source palette(Color accent) {
        return new Source("newsletter.yaml", new Palette(accent).declarations());
    }

    private static int countLinks(Document document) {
        return (int) document.select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(target -> !target.startsWith("#"))
                .distinct()
                .count();
    }
}
