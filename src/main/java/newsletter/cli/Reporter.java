package newsletter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import newsletter.content.Workspace;
import newsletter.finding.Finding;
import newsletter.finding.JunitReport;
import newsletter.finding.Severity;
import newsletter.link.KnownLinks;
import newsletter.link.LinkMemory;
import newsletter.pipeline.Build;
import newsletter.pipeline.Built;
import newsletter.pipeline.Extent;
import newsletter.send.State;

/** Tells people or programs what a command came to: findings to stderr, results to stdout. */
final class Reporter {
    private static final int KILOBYTE = 1024;
    private static final int GMAIL_CLIPS_AT = 102;

    /** More issues are counted. */
    private static final int MOST_NAMES = 5;

    private final Surroundings surroundings;
    private final Settings settings;

    Reporter(Surroundings surroundings, Settings settings) {
        this.surroundings = surroundings;
        this.settings = settings;
    }

    void report(Build.Outcome outcome, Workspace workspace, ExitCode exit) {
        switch (settings.format()) {
            case json -> JsonReport.print(outcome, exit, surroundings.out());
            case github -> reportToGithub(outcome.findings());
            case junit -> surroundings.out().print(JunitReport.of(outcome.findings()));
            case text, csv -> reportText(outcome, workspace);
        }
    }

    /** What came of building every issue: those with errors were left out. */
    void reportAll(Build.Outcome outcome, Workspace workspace, ExitCode exit) {
        if (settings.format() == Settings.Format.text && !outcome.issues().isEmpty()) {
            printFindings(outcome.findings());
            if (outcome.failed()) {
                surroundings
                        .err()
                        .println(count(outcome.findings())
                                + ": issues with errors were not written, their last good output is as it was");
            }
            say(summary(outcome.issues().stream().map(Built::extent).toList(), workspace));
        } else {
            report(outcome, workspace, exit);
        }
    }

    private String summary(List<Extent> issues, Workspace workspace) {
        return plural(issues.size(), "issue") + ": "
                + plural(issues.stream().mapToLong(Extent::sections).sum(), "section") + ", "
                + plural(issues.stream().mapToLong(Extent::entries).sum(), "entry") + ", "
                + plural(issues.stream().mapToLong(Extent::links).sum(), "link") + " · HTML "
                + kilobytes(issues.stream().mapToLong(Extent::pageBytes).sum()) + ", text "
                + kilobytes(issues.stream().mapToLong(Extent::textBytes).sum()) + ", "
                + plural(issues.stream().mapToLong(Extent::pictures).sum(), "picture") + " · "
                + place(workspace.resolve(Workspace.OUTPUT), workspace);
    }

    void report(CheckReport checked, ExitCode exit) {
        switch (settings.format()) {
            case json -> JsonReport.print(checked, exit, surroundings.out());
            case github -> reportToGithub(checked.findings());
            case junit -> surroundings.out().print(JunitReport.of(checked.findings()));
            case text, csv -> reportText(checked);
        }
    }

    /** Whether somebody watches stderr who wants more than errors. */
    boolean showsProgress() {
        return surroundings.isTerminal() && !settings.isQuiet() && settings.format() == Settings.Format.text;
    }

    private void reportToGithub(List<Finding> findings) {
        findings.forEach(finding -> surroundings.out().println(GithubReport.of(finding)));
    }

    /** What is wrong, and nothing else. */
    void report(List<Finding> findings, ExitCode exit) {
        switch (settings.format()) {
            case json -> JsonReport.print(findings, exit, surroundings.out());
            case github -> reportToGithub(findings);
            case junit -> surroundings.out().print(JunitReport.of(findings));
            case text, csv -> printFindings(findings);
        }
    }

    /** What is wrong, before an issue is sent: people read it while they can still stop. */
    void reportBeforeSending(List<Finding> findings) {
        if (settings.format() != Settings.Format.json) {
            report(findings, ExitCode.DONE);
        }
    }

    /** What came of a send, for programs: one document at the end. */
    void reportSent(List<Finding> findings, Map<State, Long> deliveries, ExitCode exit) {
        if (settings.format() == Settings.Format.json) {
            JsonReport.print(findings, deliveries, exit, surroundings.out());
        }
    }

    /** To whom an issue was sent. */
    void show(DeliveryReport deliveries) {
        switch (settings.format()) {
            case json -> deliveries.printJson(surroundings.out());
            case csv -> deliveries.printCsv(surroundings.out());
            case text, github, junit -> deliveries.printTable(surroundings.out());
        }
    }

    /** Something that a person is told while it goes on; not in a document for programs. */
    void say(String line) {
        if (!settings.isQuiet()) {
            (settings.format() == Settings.Format.text ? surroundings.out() : surroundings.err()).println(line);
        }
    }

    private void printFindings(List<Finding> findings) {
        List<Finding> shown = findings.stream()
                .filter(finding -> !settings.isQuiet() || finding.severity() == Severity.ERROR)
                .toList();
        surroundings.err().print(settings.report(surroundings).of(shown));
    }

    private void reportText(CheckReport checked) {
        printFindings(checked.findings());
        if (!settings.isQuiet()) {
            checked.links()
                    .ifPresent(links ->
                            links.changes().forEach(change -> surroundings.out().println("changed " + change)));
            surroundings.out().println(summary(checked));
        }
    }

    private static String summary(CheckReport checked) {
        return names(checked.issues()) + ": "
                + plural(count(checked.findings(), Severity.ERROR), "error") + ", "
                + plural(count(checked.findings(), Severity.WARNING), "warning") + " · "
                + (checked.whole() ? extent(checked) : "the page was not looked at: correct the templates first");
    }

    private static String names(List<Extent> issues) {
        if (issues.isEmpty()) {
            return "no issue";
        }
        return issues.size() > MOST_NAMES
                ? plural(issues.size(), "issue")
                : issues.stream().map(Extent::id).collect(Collectors.joining(", "));
    }

    private static String extent(CheckReport checked) {
        List<Extent> issues = checked.issues();
        return plural(issues.stream().mapToLong(Extent::pictures).sum(), "picture") + ", HTML "
                + kilobytes(issues.stream().mapToLong(Extent::pageBytes).sum())
                + checked.links().map(links -> " · " + links.report().summary()).orElse("");
    }

    private void reportText(Build.Outcome outcome, Workspace workspace) {
        printFindings(outcome.findings());
        if (outcome.failed()) {
            surroundings
                    .err()
                    .println(count(outcome.findings()) + ": nothing was written, the last good output is as it was");
        } else if (!settings.isQuiet()) {
            outcome.issues().forEach(built -> surroundings.out().println(summary(built, workspace)));
        }
    }

    /** {@code 2 errors, 1 warning}. */
    private static String count(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long number = count(findings, severity);
            if (number > 0) {
                counts.add(plural(number, severity.word()));
            }
        }
        return String.join(", ", counts);
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private String summary(Built built, Workspace workspace) {
        Extent issue = built.extent();
        return issue.id() + ": "
                + plural(issue.sections(), "section") + ", "
                + plural(issue.entries(), "entry") + ", "
                + plural(issue.links(), "link")
                + " · index.html " + kilobytes(issue.pageBytes()) + " (Gmail clips at " + GMAIL_CLIPS_AT + "), text "
                + kilobytes(issue.textBytes()) + ", " + plural(issue.pictures(), "picture")
                + (issue.pictures() == 0 ? "" : " " + kilobytes(issue.pictureBytes()))
                + linkState(built, workspace)
                + " · " + place(built.page(), workspace);
    }

    /** What checks of the last week found; nothing where there was none. Nobody is asked. */
    private String linkState(Built built, Workspace workspace) {
        Path file = workspace.resolve(LinkInspection.MEMORY);
        if (!Files.exists(file)) {
            return "";
        }
        LinkMemory memory = LinkMemory.open(file, surroundings.clock().withZone(ZoneOffset.UTC));
        try {
            KnownLinks known = KnownLinks.of(Files.readString(built.page()), memory);
            return known.work() == 0 ? "" : " · " + known;
        } catch (IOException e) {
            // Somebody else took the page away since: its links are the least that is wrong then.
            return "";
        }
    }

    private static String plural(long number, String word) {
        if (number == 1) {
            return "1 " + word;
        }
        return number + " " + (word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s");
    }

    private static String kilobytes(long bytes) {
        return (bytes + KILOBYTE - 1) / KILOBYTE + " KB";
    }

    /** The way to a file that works from where the command was given. */
    private String place(Path file, Workspace workspace) {
        boolean below = workspace.root().startsWith(surroundings.folder().normalize());
        return below ? surroundings.folder().normalize().relativize(file).toString() : file.toString();
    }
}
