package newsletter.content;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import newsletter.finding.Finding;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workspace, read from its files; those of which nobody says that they may have changed are not read again. Texts
 * may be read by several threads at once, all else is for one.
 */
final class Texts {
    private final Workspace workspace;

    /** By their paths: two names may be composed alike, and be two files. */
    private final Map<Path, Reading> readings = new ConcurrentHashMap<>();

    /** Which of these need not be read again. */
    private final Set<Path> fresh = ConcurrentHashMap.newKeySet();

    private final Map<String, List<WorkspaceFile>> folders = new HashMap<>();

    /** Nothing was read yet. */
    Texts(Workspace workspace) {
        this.workspace = workspace;
    }

    private record Reading(WorkspaceFile file, Optional<Source> source, List<Finding> findings) {
        /** Findings are alike when they are at the same place, also of another text; reports show its line. */
        boolean isLike(Reading other) {
            return source.map(Source::text).equals(other.source.map(Source::text))
                    && findings.equals(other.findings)
                    && shown().equals(other.shown());
        }

        private List<String> shown() {
            return findings.stream()
                    .map(finding -> finding.at().source().text())
                    .toList();
        }
    }

    /**
     * Has files read again.
     *
     * @param changed all that have changed since they were read, and perhaps others; empty when it may be any
     */
    void readAgain(Optional<Set<Path>> changed) {
        Optional<Set<Path>> outdated = changed.flatMap(this::textsAmong);
        if (outdated.isPresent()) {
            fresh.removeAll(outdated.get());
        } else {
            fresh.clear();
            folders.clear();
        }
    }

    /** The files of which a text was read; nothing when the folders may hold others than before. */
    private Optional<Set<Path>> textsAmong(Set<Path> changed) {
        Set<Path> texts = new HashSet<>();
        for (Path file : changed) {
            if (readings.containsKey(file) && Files.isRegularFile(file)) {
                texts.add(file);
            } else if (Files.exists(file) || wasThere(file)) {
                return Optional.empty();
            }
        }
        return Optional.of(texts);
    }

    /** Whether it was a file or folder of the workspace. Editors write files beside the one that they mean, and remove them. */
    private boolean wasThere(Path gone) {
        return readings.containsKey(gone)
                || folders.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(file -> file.path().startsWith(gone));
    }

    /** As {@link Workspace#files}. */
    List<WorkspaceFile> files(String folder) {
        return folders.computeIfAbsent(folder, this::list);
    }

    private List<WorkspaceFile> list(String folder) {
        List<WorkspaceFile> files = List.copyOf(workspace.files(folder));
        Set<Path> there = new HashSet<>();
        files.forEach(file -> there.add(file.path()));
        Path top = workspace.resolve(folder);
        readings.keySet().removeIf(file -> file.startsWith(top) && !there.contains(file));
        fresh.retainAll(readings.keySet());
        return files;
    }

    /** The settings' text, or a finding and nothing. */
    Optional<Source> settings(Findings findings) {
        Path file = workspace.resolve(Workspace.SETTINGS);
        return read(new WorkspaceFile(workspace.name(file), file), findings);
    }

    /** As {@link Workspace#read}. What cannot be read is tried again the next time: nobody may say that it can. */
    Optional<Source> read(WorkspaceFile file, Findings findings) {
        Reading reading = Objects.requireNonNull(readings.compute(
                file.path(),
                (path, before) -> before != null && fresh.contains(path) ? before : readNow(file, before)));
        if (reading.source().isPresent()) {
            fresh.add(file.path());
        }
        findings.addAll(reading.findings());
        return reading.source();
    }

    /** The reading before, where nothing has changed: entries hold on to its text. */
    private Reading readNow(WorkspaceFile file, @Nullable Reading before) {
        Findings own = new Findings();
        Optional<Source> source = workspace.read(file, own);
        Reading now = new Reading(file, source, own.sorted());
        return before != null && now.isLike(before) ? before : now;
    }

    /** Whether all that was read, the settings too, would be read like that now; reads it. */
    boolean isCurrent() {
        return folders.entrySet().stream()
                        .allMatch(folder -> workspace.files(folder.getKey()).equals(folder.getValue()))
                && readings.values().parallelStream().allMatch(this::isCurrent);
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isCurrent(Reading before) {
        return readNow(before.file(), before) == before;
    }
}
