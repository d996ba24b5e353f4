package newsletter.cli;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsletter.finding.Location;

/**
 * Lines of files that are not as they were.
 *
 * @param lines the 1-based numbers by the file's path below the workspace
 * @param files those that are new as a whole
 */
record ChangedLines(Map<String, Set<Integer>> lines, Set<String> files) {
    private static final Pattern FILE = Pattern.compile("\\+\\+\\+ b/([^\\t]*)\\t?");
    private static final Pattern HUNK = Pattern.compile("@@ -\\S+ \\+(\\d+)(?:,(\\d+))? @@.*");

    /**
     * Reads what git says.
     *
     * @param diff of {@code git diff --unified=0}
     * @param untracked paths, each ended by NUL
     */
    static ChangedLines of(String diff, String untracked) {
        Map<String, Set<Integer>> lines = new HashMap<>();
        Set<Integer> current = new HashSet<>();
        int skipped = 0;
        for (String line : (Iterable<String>) diff.lines()::iterator) {
            Matcher file = FILE.matcher(line);
            Matcher hunk = HUNK.matcher(line);
            if (skipped > 0 && line.startsWith("+")) {
                skipped--;
            } else if (file.matches()) {
                current = lines.computeIfAbsent(normalized(file.group(1)), path -> new HashSet<>());
            } else if (hunk.matches()) {
                int first = Integer.parseInt(hunk.group(1));
                skipped = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
                for (int number = first; number < first + skipped; number++) {
                    current.add(number);
                }
            }
        }
        Set<String> files = new HashSet<>();
        for (String path : untracked.split("\0", -1)) {
            files.add(normalized(path));
        }
        return new ChangedLines(lines, files);
    }

    /** As {@link newsletter.content.Workspace#name} has it: macOS hands out decomposed names. */
    private static String normalized(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    boolean has(Location at) {
        String path = at.source().path();
        return files.contains(path) || lines.getOrDefault(path, Set.of()).contains(at.line());
    }
}
