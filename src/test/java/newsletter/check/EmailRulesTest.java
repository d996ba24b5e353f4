package newsletter.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule with a page that breaks it, and nothing else; beside the one that keeps them all. */
class EmailRulesTest {
    private static final Location EDITOR = new Location(new Source("content/news/n.md", "---\nurl: x\n---"), 2, 6);

    @Test
    void findNothingOnAPageThatKeepsThem() {
        assertThat(Specimen.good().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            # head
            <!DOCTYPE html> ¦ <!-- --> ¦ no-doctype@1:1
            <!DOCTYPE html> ¦ <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" ""> ¦ no-doctype@1:1
            charset="utf-8" ¦ charset="iso-8859-1" ¦ no-charset@3:1
            width=device-width, ¦ `` ¦ no-viewport@5:1
            initial-scale=1" ¦ user-scalable=no" ¦ no-viewport@5:1
            initial-scale=1" ¦ maximum-scale=1.0" ¦ no-viewport@5:1
            <title>September ¦ <title> ¦ no-page-title@8:1
            ` xmlns:o="urn:schemas-microsoft-com:office:office"` ¦ `` ¦ no-outlook-scale@2:1
            >96< ¦ >72< ¦ no-outlook-scale@2:1
            (prefers-color-scheme: dark) ¦ (max-width: 600px) ¦ no-dark-mode@3:1
            [data-ogsc] ¦ [data-ogsb] ¦ no-dark-mode@3:1
            name="color-scheme" ¦ name="theme" ¦ no-dark-mode@3:1
            # language
            <html lang="en" ¦ <html ¦ no-language@2:1
            <div lang="en" dir="ltr" class ¦ <div dir="ltr" class ¦ no-language@18:1
            <div lang="en" dir="ltr" class ¦ <div lang="en" dir=" " class ¦ no-language@18:1
            # headings
            <h1>September</h1> ¦ `` ¦ heading-order@15:1
            <h2 id="news">News</h2> ¦ <h1 id="news">News</h1><h2>x</h2> ¦ heading-order@21:1
            <h2 id="news">News</h2> ¦ <p id="news">News</p> ¦ heading-order@23:1
            # links
            News of the month ¦ &nbsp; ¦ empty-link@20:4
            News of the month ¦ <span style="display:none">x</span> ¦ empty-link@20:4
            News of the month ¦ Here! ¦ generic-link@20:4
            News of the month ¦ → En savoir plus ¦ generic-link@20:4
            News of the month ¦ Klicken Sie hier ¦ generic-link@20:4
            News of the month ¦ Leer MÁS … ¦ generic-link@20:4
            News of the month ¦ Scopri di più ¦ generic-link@20:4
            News of the month ¦ a new agreement, with Korea ¦ ambiguous-link@23:5
            "#news" ¦ "#nowhere" ¦ broken-anchor@20:4
            "#news" ¦ "" ¦ bad-link@20:4
            "#news" ¦ "/2018-09/" ¦ `bad-link@20:4`
            ` href="#news"` ¦ `` ¦ bad-link@20:4
            https://example.org/korea" style ¦ http://example.org/korea" style ¦ `insecure-address@22:1 insecure-address@23:5 text-lacks-link@templates/newsletter.ftl:1:1`
            https://example.org/korea" style ¦ https://example.org/korea?utm_source=courier" style ¦ `mixed-utm@22:1 mixed-utm@23:5`
            # pictures
            ` alt="Two delegates sign"` ¦ `` ¦ missing-alt@22:60
            alt="Two delegates sign" ¦ alt="" ¦ missing-alt@22:60
            alt="Two delegates sign" ¦ alt="IMG_1234.JPG" ¦ alt-is-file-name@22:60
            width="536" ¦ width="100%" ¦ no-picture-width@22:60
            korea.png" ¦ korea.SVG" ¦ picture-format@22:60
            korea.png" ¦ korea.webp?v=2" ¦ picture-format@22:60
            https://example.org/korea.png" ¦ data:image/png;base64,AAAA" ¦ picture-format@22:60
            https://example.org/korea.png" ¦ http://example.org/korea.png" ¦ insecure-address@22:60
            <body style="margin: 0"> ¦ <body style="margin: 0; background-image: url(data:image/png;base64,AA)"> ¦ picture-format@15:25
            <h2 id="news">News</h2> ¦ <h2 id="news">News</h2><svg></svg> ¦ picture-format@21:24
            </div>\\n<!--[if mso]></td> ¦ <img src="https://t.example.org/o" alt="" width="1" height="1"></div>\\n<!--[if mso]></td> ¦ tracking-picture@29:1
            </div>\\n<!--[if mso]></td> ¦ <img src="https://t.example.org/o" alt="" width="100" style="height: 0px"></div>\\n<!--[if mso]></td> ¦ tracking-picture@29:1
            # elements and styles
            <h2 id="news">News</h2> ¦ <h2 id="news">News</h2><script>1</script> ¦ active-content@21:24
            <h2 id="news">News</h2> ¦ <h2 id="news">News</h2><form><input></form> ¦ active-content@21:24
            <h2 id="news"> ¦ <h2 id="news" onclick="go()"> ¦ active-content@21:1
            <style> ¦ <link rel="stylesheet" href="a.css"><style> ¦ external-style@10:1
            <style> ¦ <style>@import url("a.css"); ¦ external-style@10:8
            <style> ¦ <style>@font-face { font-family: A; src: url(https://example.org/a) } ¦ external-style@10:8
            <h2 id="news">News</h2> ¦ <h2 id="news">News</h2><style>p{margin:0}</style> ¦ misplaced-style@21:24
            { .page { color: #FFFFFF !important; } } ¦ { @media print { .page { color: #FFFFFF; } } } ¦ nested-at-rule@11:39
            <style> ¦ <style>p { position: relative } ¦ unsafe-style@10:12
            <style> ¦ <style>p { color: var(--ink) } ¦ unsafe-style@10:12
            <style> ¦ <style>:root { --ink: #000000 } ¦ unsafe-style@10:16
            margin: 0" ¦ display: flex" ¦ unsafe-style@15:14
            margin: 0" ¦ display:inline-grid" ¦ unsafe-style@15:14
            margin: 0" ¦ float: left" ¦ unsafe-style@15:14
            margin: 0" ¦ position: absolute" ¦ unsafe-style@15:14
            margin: 0" ¦ width: calc(100% - 2px)" ¦ unsafe-style@15:14
            margin: 0" ¦ margin: 0 !important" ¦ inline-important@15:14
            margin: 0" ¦ background-color: #FFF" ¦ color-form@15:14
            margin: 0" ¦ background-color: white" ¦ color-form@15:14
            margin: 0" ¦ border: 1px solid rgba(0, 0, 0, 0.1)" ¦ color-form@15:14
            margin: 0"> ¦ margin: 0" bgcolor="white"> ¦ color-form@15:1
            <td style="font-family: Arial, sans-serif"> ¦ <td>Hello ¦ no-font@17:57
            "#news" style="color: #004494" ¦ "#news" ¦ no-link-color@20:4
            korea" style="color: #004494"><img ¦ korea"><img ¦ no-link-color@22:1
            korea" style="color: #004494"><img ¦ korea"><img style="color: #004494" ¦ ``
            <h2 id="news"> ¦ <h2 id="news" style="font-size: 13px"> ¦ small-text@21:1
            <h2 id="news"> ¦ <h2 id="news" style="font-size: 0.8em"> ¦ small-text@21:1
            #news" style="color: #004494" ¦ #news" style="color: #8899AA" ¦ low-contrast@20:4
            background-color: #FFFFFF; ¦ background-color: #777777; ¦ `low-contrast@20:4 low-contrast@24:1 low-contrast@24:13 low-contrast@24:99 low-contrast@25:1 low-contrast@26:4 low-contrast@27:4 low-contrast@28:1`
            # layout and Outlook
            ` role="presentation"` ¦ `` ¦ table-role@17:14
            <h2 id="news">News</h2> ¦ <h2 id="news">News</h2><table><tr><td>x</td></tr></table> ¦ `table-role@21:24 no-font@21:35`
            <h2 id="news">News</h2> ¦ <h2 id="news">News</h2><table><tr><th style="font-family: Arial">x</th></tr></table> ¦ ``
            max-width: 600px; ¦ `` ¦ page-width@15:1
            max-width: 600px; ¦ max-width: 720px; ¦ page-width@18:1
            width="600" ¦ width="100%" ¦ page-width@15:1
            width="600" ¦ width="800" ¦ page-width@17:14
            </td></tr></table><![endif]--> ¦ </td></tr></table>--> ¦ outlook-comment@30:1
            </td></tr></table><![endif]--> ¦ </tr></table><![endif]--> ¦ outlook-nesting@17:57
            </td></tr></table><![endif]--> ¦ </td></tr></table></div><![endif]--> ¦ outlook-nesting@30:32
            <h2 id="news">News</h2> ¦ <h2 id="news">News</h2><!--[if !mso]><!--><p>x</p> ¦ outlook-comment@21:24
            <h2 id="news">News</h2> ¦ <h2 id="news">News</h2><!--<![endif]--> ¦ outlook-comment@21:24
            <h2 id="news">News</h2> ¦ <h2 id="news">News</h2><!--[if !mso]--><p>x</p><!--[endif]--> ¦ `outlook-comment@21:24 outlook-comment@21:48`
            # the whole
            mso-hide: all ¦ color: #FFFFFF ¦ no-preheader@16:1
            display: none; mso-hide: all ¦ mso-hide: all ¦ no-preheader@16:1
            Thirty characters and a little more ¦ Too short &#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847; ¦ preheader-length@16:1
            https://lists.example.org/leave ¦ https://lists.example.org/other ¦ `no-unsubscribe@1:1 text-lacks-link@templates/newsletter.ftl:1:1`
            https://news.example.org/2018-09/ ¦ https://news.example.org/2018-10/ ¦ `no-view-online@1:1 text-lacks-link@templates/newsletter.ftl:1:1`
            1000 Brussels ¦ Brussels ¦ no-postal-address@1:1
            >News</h2> ¦ >${section.heading}</h2> ¦ template-leftover@21:1
            >News</h2> ¦ ><#if x>News</h2> ¦ template-leftover@21:1
            >News</h2> ¦ >null</h2> ¦ template-leftover@21:1
            alt="Two delegates sign" ¦ alt="${entry.alt}" ¦ template-leftover@22:60
            >News</h2> ¦ >News</h2><code>${HOME}</code> ¦ ``
            """)
    void findWhatBreaksThem(String old, String fresh, String expected) {
        String before = old.replace("\\n", "\n");
        String after = fresh == null ? "" : fresh.replace("\\n", "\n");
        List<String> wanted = expected == null || expected.isEmpty() ? List.of() : Arrays.asList(expected.split(" "));

        assertThat(Specimen.good().with(before, after).findings()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Re: September                | false-reply@newsletter.yaml:1:1
            AW: September                | false-reply@newsletter.yaml:1:1
            Re[2]: September             | false-reply@newsletter.yaml:1:1
            Seventy-one characters: that is one more than what a mailbox does show! | long-subject@newsletter.yaml:1:1
            """)
    void findASubjectThatIsNotHonestOrDoesNotFit(String subject, String expected) {
        assertThat(Specimen.good().withSubject(subject).findings()).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Regional news: September", "Recovery: three calls", "September"})
    void takeAnHonestSubject(String subject) {
        assertThat(Specimen.good().withSubject(subject).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"noreply@example.org", "No-Reply@example.org", "donotreply+news@example.org"})
    void findASenderWhoCannotBeAnswered(String sender) {
        assertThat(Specimen.good().withSender(sender).findings())
                .containsExactly("no-reply-sender@newsletter.yaml:1:1");
    }

    @Test
    void askTheSettingsForWhatTheyDoNotGive() {
        assertThat(Specimen.good().withoutAddress().findings())
                .containsExactly("no-postal-address@newsletter.yaml:1:1");
    }

    @Test
    void findAPageThatGmailCutsOff() {
        Specimen nearly = Specimen.good().with("<h2 id", "<!-- " + "x".repeat(88 * 1024) + " --><h2 id");
        Specimen clipped = Specimen.good().with("<h2 id", "<!-- " + "é".repeat(51 * 1024) + " --><h2 id");

        assertThat(Specimen.good()
                        .with("<h2 id", "<!-- " + "x".repeat(85 * 1024) + " --><h2 id")
                        .findings())
                .isEmpty();
        assertThat(nearly.findings()).containsExactly("nearly-clipped@1:1");
        assertThat(clipped.findings()).containsExactly("clipped@1:1");
    }

    @Test
    void findAStyleSheetThatGmailDrops() {
        assertThat(Specimen.good()
                        .with("<style>", "<style>" + ".a { margin: 0 }\n".repeat(1_000))
                        .findings())
                .containsExactly("large-style@10:1");
    }

    @Test
    void findAPlainTextThatSaysLess() {
        String text = Specimen.good().text();

        assertThat(Specimen.good()
                        .withText(text.replaceAll("Words enough[^.]*", ""))
                        .findings())
                .containsExactly("text-lacks-words@templates/newsletter.ftl:1:1");
        assertThat(Specimen.good()
                        .withText(text.replace("https://example.org/korea", ""))
                        .findings())
                .containsExactly("text-lacks-link@templates/newsletter.ftl:1:1");
        assertThat(Specimen.good()
                        .withText(text.replace("https://lists.example.org/leave", ""))
                        .findings())
                .containsExactly("text-lacks-unsubscribe@templates/newsletter.ftl:1:1");
    }

    @Test
    void findAPageOfPicturesAlone() {
        Specimen specimen = Specimen.good();

        assertThat(specimen.withHtml(specimen.html().replaceAll("<p>Words enough.*</p>", ""))
                        .findings())
                .containsExactly("little-text@1:1");
    }

    @Test
    void takeAFontThatAStyleSheetForOutlookGivesAllCells() {
        Specimen specimen = Specimen.good().with("<td style=\"font-family: Arial, sans-serif\">", "<td>Hello");

        assertThat(specimen.with("</xml><![", "</xml><style>table, td { font-family: Arial }</style><![")
                        .findings())
                .isEmpty();
        assertThat(specimen.with("</xml><![", "</xml><style>td { color: #222222 }</style><![")
                        .findings())
                .containsExactly("no-font@17:57");
    }

    @Test
    void findCapitalsInCampaignParameters() {
        Specimen specimen = Specimen.good();
        String tagged = specimen.html()
                .replaceAll("\"(https://(?:news|example)\\.[^\"]*)\" style", "\"$1?utm_source=courier\" style");

        assertThat(specimen.withHtml(tagged).withText(specimen.text() + tagged).findings())
                .isEmpty();
        String capital = tagged.replace("2018-09/?utm_source=courier", "2018-09/?utm_source=Courier");
        assertThat(specimen.withHtml(capital)
                        .withText(specimen.text() + capital)
                        .findings())
                .containsExactly("mixed-utm@26:4");
    }

    @Test
    void takeAPlainTextWithoutTheCampaignParametersOfThePage() {
        Specimen specimen = Specimen.good();
        String tagged = specimen.html()
                .replaceAll(
                        "\"(https://(?:news|example)\\.[^\"]*)\" style",
                        "\"$1?utm_source=courier&amp;utm_medium=email\" style");

        assertThat(specimen.withHtml(tagged).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            A new agreement with Korea ¦ Read more ¦ generic-link ¦ Read more
            "https://example.org/korea" style="color: #222222" ¦ "http://example.org?a=1&amp;utm_source=a&amp;utm_medium=b#c" style="color: #222222" ¦ insecure-address ¦ http://example.org?a=1&utm_source=a#c
            "https://example.org/korea" style="color: #222222" ¦ "ftp://example.org" style="color: #222222" ¦ bad-link ¦ ftp://example.org
            alt="Two delegates sign" ¦ alt="" ¦ missing-alt ¦ https://example.org/korea.png
            alt="Two delegates sign" ¦ alt="korea.png" ¦ alt-is-file-name ¦ korea.png
            >News</h2> ¦ >${HOME}</h2> ¦ template-leftover ¦ ${HOME}
            """)
    void pointAtTheEditorsFieldWhereItsValueIsWrong(String old, String fresh, String code, String value) {
        assertThat(Specimen.good().with(old, fresh).written(value, EDITOR).findings())
                .contains(code + "@content/news/n.md:2:6");
    }

    @Test
    void pointAtTheStyleSheetWhereADeclarationComesFromIt() {
        Specimen specimen = Specimen.good()
                .with("margin: 0\"", "float: left\"")
                .withInlined("float: left", "/* float: left 😀 */\n.page {\n  float: left;\n}\n");

        assertThat(specimen.findings()).containsExactly("unsafe-style@templates/style.css:3:3");
    }

    @Test
    void sayEachThingOnceHoweverOftenATemplateWasUsed() {
        assertThat(Specimen.good().withSubject("Re: x").found()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<!--[if mso]>",
                "<!--[if",
                "<!--",
                "</",
                "<a",
                "<a href='",
                "<style>@media {",
                "<p style='a:url(;",
                "<p style=\"color: rgb(999,0,0); font-size: 99999em; background: url(\">x",
                "<table><td><table>",
                "<!--<![endif]--><![if !mso]>"
            })
    void surviveAnyPage(String html) {
        assertThat(Specimen.good().withHtml(html).findings()).isNotEmpty();
    }

    @Test
    void surviveEveryBeginningOfAPage() {
        String html = Specimen.good().html();
        for (int end = 0; end < html.length(); end += 7) {
            Specimen.good().withHtml(html.substring(0, end)).found();
        }
    }
}
