package newsletter.link;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A check's result as one web page to pass on: it needs no other file and no network, and asks nobody when it is opened. */
public final class LinkPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #8884; --bad: #b3261e; --moved: #8a5a00; --unsure: #555; --ok: #1b6e3c; }
            @media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --moved: #ffc46b; --unsure: #bbb; --ok: #7bd99b; } }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
            h1 { line-height: 1.2; margin-bottom: 0; }
            h2 { margin: 2rem 0 .5rem; }
            .broken { color: var(--bad); } .moved { color: var(--moved); } .unsure { color: var(--unsure); } .ok { color: var(--ok); }
            .counts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; list-style: none; font-size: 1.1rem; }
            article { border-top: 1px solid var(--line); padding: .6rem 0; overflow-wrap: anywhere; }
            article p, article ol { margin: .15rem 0; }
            .small { font-size: .875rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
            td.number, th.number { text-align: right; white-space: nowrap; }
            summary { cursor: pointer; }
            """;

    private final String title;
    private final ZonedDateTime when;

    /**
     * A page.
     *
     * @param title what was checked, like {@code Cluster Courier, September 2018}
     * @param when the check was made
     */
    public LinkPage(String title, ZonedDateTime when) {
        this.title = title;
        this.when = when;
    }

    /** The page as HTML. */
    public String of(LinkReport report) {
        Document page = Document.createShell("");
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        page.child(0).attr("lang", "en");
        head(page.head());
        Element body = page.body();
        body.appendElement("h1").text("Links: " + title);
        String moment = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm xxx", Locale.ENGLISH)
                .format(when);
        body.appendElement("p").addClass("small").text("Checked on " + moment);
        counts(body, report);
        section(body, report, "Broken", "a reader finds nothing", one -> one.verdict() instanceof Verdict.Broken, true);
        section(
                body,
                report,
                "Moved",
                "they work; write the new address",
                one -> one.verdict() instanceof Verdict.Moved,
                true);
        section(body, report, "Unsure", "a person has to look", LinkPage::isDoubt, true);
        section(
                body,
                report,
                "Not asked",
                "nothing was sent",
                one -> !one.rule().isAsked(),
                false);
        section(
                body,
                report,
                "Ok",
                "the server answers that they are there",
                one -> one.verdict() instanceof Verdict.Ok,
                false);
        hosts(body, report);
        return page.outerHtml() + "\n";
    }

    private void head(Element head) {
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "referrer").attr("content", "no-referrer");
        head.appendElement("title").text("Links: " + title);
        head.appendElement("style").appendChild(new org.jsoup.nodes.DataNode(STYLE));
    }

    private static boolean isDoubt(Checked one) {
        return one.verdict() instanceof Verdict.Unsure && one.rule().isAsked();
    }

    private static void counts(Element body, LinkReport report) {
        Element list = body.appendElement("ul").addClass("counts");
        count(list, "broken", report.count(Verdict.Broken.class), "broken");
        count(list, "moved", report.count(Verdict.Moved.class), "moved");
        count(list, "unsure", report.count(Verdict.Unsure.class), "unsure");
        count(list, "ok", report.count(Verdict.Ok.class), "ok");
        count(list, "unsure", report.notAsked(), "not asked");
    }

    private static void count(Element list, String tone, long number, String what) {
        Element item = list.appendElement("li").addClass(tone);
        item.appendElement("b").text(Long.toString(number));
        item.appendText(" " + what);
    }

    private static void section(
            Element body, LinkReport report, String heading, String meaning, Predicate<Checked> belongs, boolean open) {
        List<Checked> all = report.checked().stream().filter(belongs).toList();
        if (all.isEmpty()) {
            return;
        }
        Element details = body.appendElement("details").attr("open", open);
        Element summary = details.appendElement("summary");
        summary.appendElement("b").text(heading + " (" + all.size() + ")");
        summary.appendText(": " + meaning);
        all.forEach(one -> article(details, one));
    }

    private static void article(Element parent, Checked one) {
        Element article = parent.appendElement("article");
        address(article.appendElement("p"), one);
        String why = why(one);
        if (!why.isEmpty()) {
            article.appendElement("p").addClass(one.verdict().word()).text(why);
        }
        Element chain = article.appendElement("ol").addClass("small");
        one.chain().forEach(hop -> chain.appendElement("li").text(hop.status() + " to " + hop.to()));
        if (one.chain().isEmpty()) {
            chain.remove();
        }
        article.appendElement("p").addClass("small").text(facts(one));
    }

    /** What must not be requested is not made easy to open either. */
    private static void address(Element parent, Checked one) {
        boolean opens =
                one.address().matches("https?://.*") && one.rule() != Rule.ACTS && one.rule() != Rule.CREDENTIALS;
        if (opens) {
            parent.appendElement("a")
                    .attr("href", one.address())
                    .attr("rel", "noopener noreferrer")
                    .text(one.address());
        } else {
            parent.appendElement("b").text(one.address());
        }
    }

    private static String why(Checked one) {
        if (one.verdict() instanceof Verdict.Moved moved) {
            return "is now " + moved.to();
        }
        if (one.verdict() instanceof Verdict.Broken broken) {
            return broken.why();
        }
        return one.verdict() instanceof Verdict.Unsure unsure ? unsure.why() : "";
    }

    private static String facts(Checked one) {
        List<String> facts = new ArrayList<>();
        one.status().ifPresent(status -> facts.add("status " + status));
        if (!one.took().isZero()) {
            facts.add(milliseconds(one.took()));
        }
        one.remembered()
                .ifPresent(instant ->
                        facts.add("remembered from " + instant.toString().substring(0, 10)));
        facts.add("rule " + one.rule().id());
        facts.add("written at "
                + String.join(", ", one.places().stream().map(Object::toString).toList()));
        return String.join(" · ", facts);
    }

    private static String milliseconds(Duration time) {
        return Math.max(1, time.toMillis()) + " ms";
    }

    private static void hosts(Element body, LinkReport report) {
        Map<String, List<Checked>> hosts = new TreeMap<>();
        report.checked().stream()
                .filter(one -> !one.host().isEmpty())
                .forEach(one -> hosts.computeIfAbsent(one.host(), host -> new ArrayList<>())
                        .add(one));
        if (hosts.isEmpty()) {
            return;
        }
        body.appendElement("h2").text("Hosts");
        Element table = body.appendElement("table");
        Element header = table.appendElement("tr");
        header.appendElement("th").text("host");
        List.of("links", "broken", "slowest")
                .forEach(word -> header.appendElement("th").addClass("number").text(word));
        hosts.forEach((host, links) -> row(table.appendElement("tr"), host, links));
    }

    private static void row(Element row, String host, List<Checked> links) {
        long broken = links.stream()
                .filter(one -> one.verdict() instanceof Verdict.Broken)
                .count();
        Duration slowest =
                links.stream().map(Checked::took).max(Duration::compareTo).orElse(Duration.ZERO);
        row.appendElement("td").text(host);
        row.appendElement("td").addClass("number").text(Integer.toString(links.size()));
        row.appendElement("td").addClass("number").text(Long.toString(broken));
        row.appendElement("td").addClass("number").text(slowest.isZero() ? "–" : milliseconds(slowest));
    }
}
