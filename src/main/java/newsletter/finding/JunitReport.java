package newsletter.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings as a test report in JUnit's XML, which CI servers show: a suite for each file, a case for each finding, which fails when
 * the finding is an error.
 */
public final class JunitReport {
    private JunitReport() {}

    /** The whole document. Without findings it holds one case that passes, since some servers take no case for a mistake. */
    public static String of(List<Finding> findings) {
        Map<String, List<Finding>> files = new TreeMap<>();
        findings.forEach(finding -> files.computeIfAbsent(finding.at().source().path(), path -> new ArrayList<>())
                .add(finding));
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites").append(counts(findings)).append(">\n");
        files.forEach((path, ofFile) -> suite(xml, path, ofFile));
        if (files.isEmpty()) {
            xml.append("  <testsuite name=\"newsletter\" tests=\"1\" failures=\"0\">\n");
            xml.append("    <testcase classname=\"newsletter\" name=\"nothing found\"/>\n  </testsuite>\n");
        }
        return xml.append("</testsuites>\n").toString();
    }

    private static String counts(List<Finding> findings) {
        long failures = findings.stream().filter(JunitReport::fails).count();
        return " tests=\"" + Math.max(1, findings.size()) + "\" failures=\"" + failures + "\"";
    }

    private static boolean fails(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }

    private static void suite(StringBuilder xml, String path, List<Finding> findings) {
        xml.append("  <testsuite name=\"")
                .append(escaped(path))
                .append('"')
                .append(counts(findings))
                .append(">\n");
        findings.forEach(finding -> testCase(xml, finding));
        xml.append("  </testsuite>\n");
    }

    private static void testCase(StringBuilder xml, Finding finding) {
        String text = escaped(finding.at() + ": " + finding.severity().word() + ": " + finding.message() + "\nhint: "
                + finding.hint());
        xml.append("    <testcase classname=\"")
                .append(escaped(finding.at().source().path()))
                .append("\" name=\"");
        xml.append(escaped(finding.code().id() + " at " + finding.at().line() + ":"
                        + finding.at().column()))
                .append("\">\n");
        if (fails(finding)) {
            xml.append("      <failure type=\"").append(finding.code().id()).append("\" message=\"");
            xml.append(escaped(finding.message())).append("\">").append(text).append("</failure>\n");
        } else {
            xml.append("      <system-out>").append(text).append("</system-out>\n");
        }
        xml.append("    </testcase>\n");
    }

    /** XML 1.0 holds no control characters, not even escaped. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().filter(JunitReport::isAllowed).forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\n' || c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
