package newsletter.finding;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Collects findings on the way through the stages, each once. Of one text it keeps the first {@value #MOST} errors and as many
 * others, and says that there are more: thousands have one cause, and would bury it. Not thread-safe.
 */
public final class Findings {
    /** How many errors of one text are kept, and how many others. */
    static final int MOST = 100;

    private final Set<Finding> collected = new LinkedHashSet<>();
    private final Map<Pile, Integer> sizes = new HashMap<>();
    private final Map<Source, Finding> overflows = new LinkedHashMap<>();

    private final boolean causedBefore;

    /** None yet. */
    public Findings() {
        this(false);
    }

    private Findings(boolean causedBefore) {
        this.causedBefore = causedBefore;
    }

    private record Pile(Source source, boolean errors) {}

    /** For the stages that come next, apart from these findings; what only follows from an error among these is left out there too. */
    public Findings next() {
        return new Findings(hasCause());
    }

    /** Adds one. */
    public void add(Code code, Location at, String message, String hint) {
        add(new Finding(code, at, message, hint));
    }

    /** Adds all of another stage's. */
    public void addAll(Collection<Finding> findings) {
        findings.forEach(this::add);
    }

    /** Adds all that others have collected, and that they had to leave some out. */
    public void addAll(Findings others) {
        addAll(others.collected);
        others.overflows.forEach(overflows::putIfAbsent);
    }

    private void add(Finding finding) {
        Location at = finding.at();
        Pile pile = new Pile(at.source(), finding.severity() == Severity.ERROR);
        if (collected.contains(finding)) {
            return;
        }
        if (sizes.merge(pile, 1, Integer::sum) <= MOST) {
            collected.add(finding);
        } else {
            String message = "there are more findings in this file than are shown";
            overflows.putIfAbsent(
                    at.source(), new Finding(Code.AND_MORE, at, message, "correct those that are, and build again"));
        }
    }

    /** What was collected, sorted by place, each finding once; without what only follows from an error among them. */
    public List<Finding> sorted() {
        boolean hasCause = hasCause();
        return Stream.concat(collected.stream(), overflows.values().stream())
                .filter(finding -> !hasCause || !isConsequence(finding))
                .sorted()
                .toList();
    }

    private boolean hasCause() {
        return causedBefore || collected.stream().anyMatch(finding -> isError(finding) && !isConsequence(finding));
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

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return collected.isEmpty();
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
