package newsletter.bench;

import java.util.concurrent.TimeUnit;
import newsletter.cache.CacheFile;
import newsletter.check.EmailRules;
import newsletter.email.style.StyleInliner;
import newsletter.finding.Findings;
import newsletter.model.Issue;
import newsletter.parse.Passage;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What one issue costs in parts of the tool, in a warm JVM with the launcher's heap. Not final, as JMH wants it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms48m"})
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class InnerParts {
    /** The texts of all entries to prose, of which an issue shows some. */
    @Benchmark
    public void markdown(OneIssue issue, Blackhole prose) {
        for (Passage text : issue.texts()) {
            prose.consume(issue.markdown().parse(text, new Findings()));
        }
    }

    /** What was read to the issue, filled. */
    @Benchmark
    public Issue resolver(OneIssue issue) {
        return issue.resolve(new Findings());
    }

    /** The styles to the elements of the page, as in a build: the theme's style sheet has to be read. */
    @Benchmark
    public Document inliner(OneIssue issue, FreshPage page) {
        return page.inline(new StyleInliner(CacheFile.none(), new Findings()), issue);
    }

    /** The same as in a preview: what was read of style sheets is there. */
    @Benchmark
    public Document inlinerAgain(OneIssue issue, FreshPage page) {
        return page.inline(issue.inliner().reportingTo(new Findings()), issue);
    }

    /** All rules for the e-mail. */
    @Benchmark
    public Findings rules(OneIssue issue) {
        Findings findings = new Findings();
        EmailRules.check(issue.publication(), issue.filled(), issue.email(), findings);
        return findings;
    }
}
