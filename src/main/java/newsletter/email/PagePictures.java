package newsletter.email;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import newsletter.email.picture.Picture;
import newsletter.email.picture.PictureRequest;
import newsletter.email.picture.Pictures;
import newsletter.email.picture.ShownPicture;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.Authorship;
import newsletter.model.Origin;
import newsletter.model.Written;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Goes through the pictures of a page: each leads to a file beside it afterwards and says how much room it takes, or stays on the web. */
final class PagePictures {
    private static final String PLAY = "data-play";

    /** HTML, "rules for parsing non-negative integers", less what no picture's width is. */
    private static final Pattern WIDTH = Pattern.compile("[1-9]\\d{0,5}");

    private final Path workspace;
    private final Authorship authorship;
    private final Map<String, Location> renamed = new HashMap<>();
    private final Findings findings;

    /**
     * @param workspace below which all pictures lie
     * @param authorship where an editor named each, by its path below the workspace or its address
     */
    PagePictures(Path workspace, Authorship authorship, Findings findings) {
        this.workspace = workspace;
        this.authorship = authorship;
        this.findings = findings;
    }

    /** Rewrites the page; the files that have to lie beside it. */
    List<Picture> settle(Document page) {
        Pictures pictures = new Pictures(workspace, findings);
        for (Element element : page.select("img[src]")) {
            settle(element, pictures);
            element.removeAttr(PLAY);
        }
        pictures.reportWeight();
        return pictures.all();
    }

    private void settle(Element element, Pictures pictures) {
        String source = element.attr("src").strip();
        switch (scheme(source)) {
            case "https" -> reportRemote(element, source);
            case "http" -> reportInsecure(element, source);
            case "data" -> reportWithin(element, source);
            case "cid" -> reportPart(element, source);
            default -> {
                // An empty address is that of a picture that was not found, which is said already.
                if (!source.isEmpty()) {
                    pictures.take(request(element, source)).ifPresent(shown -> show(element, source, shown));
                }
            }
        }
    }

    private static String scheme(String source) {
        int colon = source.indexOf(':');
        return colon < 0 ? "" : source.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    private PictureRequest request(Element element, String source) {
        String width = element.attr("width").strip();
        return new PictureRequest(
                source,
                WIDTH.matcher(width).matches() ? OptionalInt.of(Integer.parseInt(width)) : OptionalInt.empty(),
                element.hasAttr(PLAY),
                origin(element, source));
    }

    /** Width and height keep the room free while the picture is not there; Outlook for Windows knows no other width than this. */
    private void show(Element element, String source, ShownPicture shown) {
        authorship.written().at(source).ifPresent(at -> renamed.putIfAbsent(shown.path(), at));
        element.attr("src", shown.path());
        element.attr("width", Integer.toString(shown.width()));
        element.attr("height", Integer.toString(shown.height()));
    }

    private void reportRemote(Element element, String source) {
        findings.add(
                Code.REMOTE_PICTURE,
                origin(element, source),
                "the picture stays at " + site(source)
                        + ", which sees who opens the newsletter and can change or remove it",
                "save it beside the entry and name the file instead");
    }

    private void reportInsecure(Element element, String source) {
        findings.add(
                Code.INSECURE_PICTURE,
                origin(element, source),
                "the picture at " + site(source) + " has an address with http:, and many mail programs do not load it",
                "write https://, or save the picture beside the entry and name the file instead");
    }

    private void reportWithin(Element element, String source) {
        findings.add(
                Code.DATA_PICTURE,
                origin(element, source),
                "a picture is written into the page itself (data:), and most mail programs do not show it",
                "save it as a file and name the file instead");
    }

    private void reportPart(Element element, String source) {
        findings.add(
                Code.MISSING_PICTURE,
                origin(element, source),
                "a template shows '" + source + "', and only the build gives the pictures of a message their ids",
                "name the file instead, by its path in the workspace");
    }

    private static String site(String address) {
        return address.replaceFirst("^[A-Za-z]+://([^/?#]*).*$", "$1");
    }

    /** Where an editor named the picture, else where a template shows it. */
    private Location origin(Element element, String source) {
        return authorship.written().at(source).orElseGet(() -> authorship.at(element.attr(Origin.MARK)));
    }

    /** Who wrote what of the page, now that its pictures have other names. */
    Authorship authorship() {
        return authorship.with(Written.once(renamed));
    }
}
