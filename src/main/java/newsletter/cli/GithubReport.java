package newsletter.cli;

import newsletter.finding.Finding;
import newsletter.finding.Severity;

/** A finding as a workflow command that GitHub shows beside the line of a merge request. */
final class GithubReport {
    private GithubReport() {}

    static String of(Finding finding) {
        String level = finding.severity() == Severity.NOTE
                ? "notice"
                : finding.severity().word();
        return "::" + level
                + " file=" + property(finding.at().source().path())
                + ",line=" + finding.at().line()
                + ",col=" + finding.at().column()
                + ",title=" + property(finding.code().id())
                + "::" + message(finding.message() + "; " + finding.hint());
    }

    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
