package newsletter.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import newsletter.web.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What is read of a page. Nothing of it runs.
 *
 * @param title empty for none
 * @param text its beginning, without tags
 * @param anchors the places that a fragment can point to
 * @param cut whether there was more than was read
 */
record PageLook(String title, String text, Set<String> anchors, boolean cut) {
    private static final int TEXT = 4_000;

    /** A page takes many times its size while it is taken apart; more at once than there are cores would gain nothing. */
    private static final Semaphore DESKS = new Semaphore(Runtime.getRuntime().availableProcessors());

    PageLook {
        anchors = Set.copyOf(anchors);
    }

    static PageLook of(Response response) {
        DESKS.acquireUninterruptibly();
        try {
            Document page = parse(response);
            return new PageLook(page.title(), beginning(page), anchors(page), response.cut());
        } finally {
            DESKS.release();
        }
    }

    /** The encoding that the server names, else what the page says of itself, else UTF-8: jsoup does as browsers do. */
    private static Document parse(Response response) {
        Optional<String> charset = response.charset().filter(PageLook::exists);
        try {
            return Jsoup.parse(new ByteArrayInputStream(response.body()), charset.orElse(null), "");
        } catch (IOException e) {
            // jsoup refuses what is binary though called a page: there are no places in it.
            return new Document("");
        }
    }

    private static boolean exists(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The places of a page of our own. */
    static Set<String> anchors(String html) {
        return anchors(Jsoup.parse(html));
    }

    private static Set<String> anchors(Document page) {
        Set<String> anchors = new HashSet<>();
        for (Element element : page.select("[id]")) {
            anchors.add(element.attr("id"));
        }
        for (Element element : page.select("a[name]")) {
            anchors.add(element.attr("name"));
        }
        return anchors;
    }

    private static String beginning(Document page) {
        StringBuilder text = new StringBuilder();
        for (Element element : page.body().getAllElements()) {
            for (TextNode node : element.textNodes()) {
                text.append(node.text()).append(' ');
            }
            if (text.length() > TEXT) {
                break;
            }
        }
        return text.toString();
    }
}
