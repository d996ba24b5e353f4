package newsletter.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Collects findings on the way through the stages. Not thread-safe. */
public final class Findings {
    private final List<Finding> collected = new ArrayList<>();

    /** Adds one. */
    public void add(Code code, Location at, String message, String hint) {
        collected.add(new Finding(code, at, message, hint));
    }

    /** Adds all of another stage's. */
    public void addAll(Collection<Finding> findings) {
        collected.addAll(findings);
    }

    /** What was collected, sorted by place, each finding once; without what only follows from an error among them. */
    public List<Finding> sorted() {
        boolean hasCause = collected.stream().anyMatch(finding -> isError(finding) && !isConsequence(finding));
        return collected.stream()
                .filter(finding -> !hasCause || !isConsequence(finding))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isConsequence(Finding finding) {
        return finding.code().isConsequence();
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }

    /** Whether such a thing was found at a place already. */
    public boolean has(Code code, Location at) {
        return collected.stream()
                .anyMatch(finding -> finding.code() == code && finding.at().equals(at));
    }

    /** Whether an error is among them. */
    public boolean hasErrors() {
        return collected.stream().anyMatch(Findings::isError);
    }

    /** Whether an error is among them that stands in a text with such a path. */
    public boolean hasErrorsIn(Predicate<String> path) {
        return collected.stream()
                .filter(Findings::isError)
                .anyMatch(finding -> path.test(finding.at().source().path()));
    }
}
