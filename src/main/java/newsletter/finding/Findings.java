package newsletter.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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

    /** What was collected, sorted by place, each finding once. */
    public List<Finding> sorted() {
        return collected.stream().distinct().sorted().toList();
    }

    /** Whether an error is among them. */
    public boolean hasErrors() {
        return collected.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
