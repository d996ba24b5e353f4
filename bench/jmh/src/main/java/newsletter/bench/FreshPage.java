package newsletter.bench;

import newsletter.email.style.StyleInliner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A page to change, a new one each time: to inline it takes milliseconds, beside which JMH's asking the clock counts for nothing. */
@State(Scope.Thread)
public class FreshPage {
    private Document document;

    /** Reads the page, as the maker of e-mails does. */
    @Setup(Level.Invocation)
    public void read(OneIssue issue) {
        document = Jsoup.parse(issue.page().html());
        document.outputSettings().prettyPrint(false).charset("UTF-8").escapeMode(Entities.EscapeMode.xhtml);
    }

    Document inline(StyleInliner inliner, OneIssue issue) {
        inliner.inline(document, issue.properties(), issue.page().authorship());
        return document;
    }
}
