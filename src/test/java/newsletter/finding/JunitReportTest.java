package newsletter.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a CI server reads. */
class JunitReportTest {
    private static Document read(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Finding finding(Code code, String file, int line, String message) {
        return new Finding(code, new Location(new Source(file, ""), line, 2), message, "do it");
    }

    @Test
    void anErrorFailsAndAWarningDoesNot() throws Exception {
        Document report = read(JunitReport.of(List.of(
                finding(Code.LINK_BROKEN, "content/b.md", 3, "a \"broken\" <link> & more\u0001"),
                finding(Code.LINK_MOVED, "content/b.md", 4, "moved"),
                finding(Code.BAD_DATE, "content/a.md", 1, "no date"))));

        Element all = report.getDocumentElement();
        assertThat(all.getAttribute("tests")).isEqualTo("3");
        assertThat(all.getAttribute("failures")).isEqualTo("2");
        Element second = (Element) all.getElementsByTagName("testsuite").item(1);
        assertThat(second.getAttribute("name")).isEqualTo("content/b.md");
        assertThat(second.getAttribute("failures")).isEqualTo("1");
        Element failure = (Element) second.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("link-broken");
        assertThat(failure.getAttribute("message")).isEqualTo("a \"broken\" <link> & more");
        assertThat(failure.getTextContent())
                .startsWith("content/b.md:3:2: error: a \"broken\"")
                .endsWith("hint: do it");
    }

    @Test
    void nothingFoundIsOneCaseThatPasses() throws Exception {
        Element all = read(JunitReport.of(List.of())).getDocumentElement();

        assertThat(all.getAttribute("tests")).isEqualTo("1");
        assertThat(all.getElementsByTagName("testcase").getLength()).isEqualTo(1);
        assertThat(all.getElementsByTagName("failure").getLength()).isZero();
    }
}
