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
import newsletter.content.IssueComposer;
import newsletter.content.Library;
import newsletter.content.Workspace;
import newsletter.email.EmailMaker;
import newsletter.finding.Failure;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.model.IssuePlan;
import newsletter.render.IssueRenderer;

/**
 * All issues of a workspace, on all cores: the same files and the same findings as when they are built one by one, but what is
 * common to them is read once. An issue that is written is let go, so the memory is that of what was read.
 */
public final class AllIssues {
    private final Workspace workspace;
    private final Instant now;
    private final Progress progress;

    /**
     * All issues of one workspace.
     *
     * @param clock tells when messages are written; nothing else depends on it
     */
    public AllIssues(Workspace workspace, InstantSource clock, Progress progress) {
        this.workspace = workspace;
        this.now = clock.instant();
        this.progress = progress;
    }

    /** Is told, on any thread, when an issue is done. */
    public interface Progress {
        /** Another one is done. */
        void done(int issues, int total);
    }

    /** What an issue came to; {@code built} is empty when there are errors. */
    private record Result(Optional<Built> built, List<Finding> findings) {}

    /**
     * Writes every issue that has no errors; an error in what they share is one in each.
     *
     * @throws Failure when the output cannot be written
     */
    public Build.Outcome build() {
        Findings read = new Findings();
        Optional<Library> library = Library.read(workspace, read);
        List<Result> results = library.isEmpty() ? List.of() : build(library.get(), read);
        List<Built> built =
                results.stream().flatMap(result -> result.built().stream()).toList();
        List<Finding> findings = Stream.concat(
                        read.sorted().stream(), results.stream().flatMap(result -> result.findings().stream()))
                .distinct()
                .sorted()
                .toList();
        return new Build.Outcome(built, findings, library.isEmpty() || built.size() < results.size());
    }

    private List<Result> build(Library library, Findings read) {
        IssueComposer composer = new IssueComposer(workspace, library, read);
        EmailMaker maker = new EmailMaker(library.publication(), workspace.root(), read);
        IssueRenderer renderer =
                new IssueRenderer(library.publication(), workspace.resolve(Workspace.TEMPLATES), new Findings());
        Output output = new Output(workspace.resolve(Workspace.OUTPUT));
        boolean sound = !read.hasErrors();
        AtomicInteger done = new AtomicInteger();
        int total = library.issues().size();
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Result>> results = new ArrayList<>();
            for (IssuePlan plan : library.issues()) {
                results.add(cores.submit(() -> {
                    Findings findings = read.next();
                    Workbench workbench = new Workbench(
                            library.publication(),
                            composer.reportingTo(findings),
                            renderer.reportingTo(findings),
                            maker.reportingTo(findings),
                            now,
                            findings);
                    Result result = build(plan, workbench, findings, sound, output);
                    progress.done(done.incrementAndGet(), total);
                    return result;
                }));
            }
            return results.stream().map(AllIssues::get).toList();
        } finally {
            cores.shutdownNow();
        }
    }

    private static Result build(IssuePlan plan, Workbench workbench, Findings findings, boolean sound, Output output) {
        Build.Made made = workbench.make(plan, sound);
        boolean whole = sound && !findings.hasErrors();
        return new Result(whole ? Optional.of(Build.write(made, output)) : Optional.empty(), findings.sorted());
    }

    private static Result get(Future<Result> result) {
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
