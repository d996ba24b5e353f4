package newsletter.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import newsletter.cache.CacheFile;
import newsletter.content.IssueComposer;
import newsletter.content.Library;
import newsletter.content.ReadFiles;
import newsletter.content.Workspace;
import newsletter.email.EmailMaker;
import newsletter.finding.Failure;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.model.Issue;
import newsletter.model.IssuePlan;
import newsletter.parse.Parsers;
import newsletter.render.IssueRenderer;
import newsletter.render.ParsedTheme;

/**
 * All issues of a workspace, on all cores: the same files and the same findings as when they are made one by one, but what is
 * common to them is read once. An issue that is done is let go, so the memory is that of what was read.
 */
public final class AllIssues {
    private final Workspace workspace;
    private final Instant now;
    private final CacheFile cache;
    private final Parsers parsers;
    private final Progress progress;

    /**
     * All issues of one workspace.
     *
     * @param cache what an earlier run parsed of the workspace
     * @param clock tells when messages are written; nothing else depends on it
     */
    public AllIssues(Workspace workspace, CacheFile cache, InstantSource clock, Progress progress) {
        this.workspace = workspace;
        this.cache = cache;
        this.parsers = new Parsers(cache);
        this.now = clock.instant();
        this.progress = progress;
    }

    /** Is told, on any thread, when an issue is done. */
    public interface Progress {
        /** Another one is done. */
        void done(int issues, int total);
    }

    /**
     * What is done with an issue that was made, on any thread; it is let go then.
     *
     * @param <T> what is kept of it
     */
    public interface Finish<T> {
        /**
         * Takes an issue.
         *
         * @param findings those of this issue; more may be added
         * @param sound whether neither these nor what was read have an error
         */
        T of(Made made, Findings findings, boolean sound);
    }

    /**
     * What became of all issues.
     *
     * @param results in the order of the issues, the oldest first
     * @param findings sorted by place; what is wrong with what issues share is told once
     * @param read whether there was something to be made
     */
    public record Outcome<T>(List<T> results, List<Finding> findings, boolean read) {
        /** Copies the lists. */
        public Outcome {
            results = List.copyOf(results);
            findings = List.copyOf(findings);
        }
    }

    private record Result<T>(T kept, List<Finding> findings) {}

    /**
     * Writes every issue that has no errors; an error in what they share is one in each.
     *
     * @throws Failure when the output cannot be written
     */
    public Build.Outcome build() {
        Output output = new Output(workspace.resolve(Workspace.OUTPUT));
        Outcome<Optional<Built>> all =
                each((made, findings, sound) -> sound ? Optional.of(Build.write(made, output)) : Optional.empty());
        List<Built> built = all.results().stream().flatMap(Optional::stream).toList();
        return new Build.Outcome(
                built,
                all.findings(),
                !all.read() || built.size() < all.results().size());
    }

    /** Makes every issue. */
    public <T> Outcome<T> each(Finish<T> finish) {
        try {
            Findings read = new Findings();
            Optional<Library> library = Library.read(new ReadFiles(workspace, parsers), read);
            List<Result<T>> results = library.isEmpty() ? List.of() : make(library.get(), read, finish);
            List<Finding> findings = Stream.concat(
                            read.sorted().stream(), results.stream().flatMap(result -> result.findings().stream()))
                    .distinct()
                    .sorted()
                    .toList();
            return new Outcome<>(results.stream().map(Result::kept).toList(), findings, library.isPresent());
        } finally {
            cache.close();
        }
    }

    private <T> List<Result<T>> make(Library library, Findings read, Finish<T> finish) {
        IssueComposer composer = new IssueComposer(workspace, library, read);
        EmailMaker maker = new EmailMaker(workspace.root(), cache, new Findings());
        ParsedTheme theme = new ParsedTheme(workspace.resolve(Workspace.TEMPLATES), parsers);
        IssueRenderer renderer = new IssueRenderer(library.publication(), theme, new Findings());
        maker.prepare(theme.styleSheet());
        maker.prepare(library.publication());
        cache.save();
        boolean sound = !read.hasErrors();
        AtomicInteger done = new AtomicInteger();
        Thrift thrift = new Thrift();
        int total = library.issues().size();
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Result<T>>> results = new ArrayList<>();
            for (IssuePlan plan : library.issues()) {
                results.add(cores.submit(() -> {
                    Findings findings = read.next();
                    Workbench workbench = new Workbench(
                            library.publication(),
                            renderer.reportingTo(findings),
                            maker.reportingTo(findings),
                            now,
                            findings);
                    Issue issue = composer.reportingTo(findings).compose(plan);
                    Made made = workbench.make(issue, sound);
                    T kept = finish.of(made, findings, sound && !findings.hasErrors());
                    Result<T> result = new Result<>(kept, findings.sorted());
                    thrift.tidy();
                    progress.done(done.incrementAndGet(), total);
                    return result;
                }));
            }
            return results.stream().map(AllIssues::get).toList();
        } finally {
            cores.shutdownNow();
        }
    }

    private static <T> T get(Future<T> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
