package newsletter.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known word nearest to a mistyped one. */
public final class Suggestion {
    private static final int LONGEST_WORD = 60;
    private static final int SHORTEST_BEGINNING = 3;

    private Suggestion() {}

    /**
     * A hint for a word that is not known: the nearest one, or all of them where none is near.
     *
     * @param what what the words are, in the plural: {@code "keys"}
     */
    public static String hint(String word, Collection<String> known, String what) {
        return meant(word, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() ->
                        known.isEmpty() ? "there are no " + what + " yet" : what + " are: " + String.join(", ", known));
    }

    /** The nearest known word, else one that begins alike: {@code lang} means {@code language}, {@code end_date} {@code end}. */
    public static Optional<String> meant(String word, Collection<String> known) {
        return nearest(word, known)
                .or(() -> known.stream()
                        .filter(candidate -> beginAlike(word, candidate))
                        .min(Comparator.naturalOrder()));
    }

    private static boolean beginAlike(String word, String candidate) {
        int length = Math.min(word.length(), candidate.length());
        return length >= SHORTEST_BEGINNING && word.regionMatches(true, 0, candidate, 0, length);
    }

    /** The known word that is at most a third of its length away (Damerau-Levenshtein), if there is one. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= allowed(candidate))
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int allowed(String candidate) {
        return Math.max(1, candidate.length() / 3);
    }

    /** Insertions, deletions, substitutions and swaps of neighbours, each counted as 1. */
    private static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = cheapest(left, right, i, j, cost);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(String left, String right, int i, int j, int[][] cost) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int substituted = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int best = Math.min(substituted, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
