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
import java.util.stream.Collectors;
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
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final Set<String> fresh = ConcurrentHashMap.newKeySet();
    private final Map<String, List<WorkspaceFile>> folders = new HashMap<>();

    /** Nothing was read yet. */
    Texts(Workspace workspace) {
        this.workspace = workspace;
    }

    private record Reading(Optional<Source> source, List<Finding> findings) {
        boolean isLike(Reading other) {
            return source.map(Source::text).equals(other.source.map(Source::text)) && findings.equals(other.findings);
        }
    }

    /**
     * Has files read again.
     *
     * @param changed all that have changed since they were read, and perhaps others; empty when it may be any
     */
    void readAgain(Optional<Set<Path>> changed) {
        Optional<Set<String>> texts = changed.flatMap(this::texts);
        if (texts.isPresent()) {
            fresh.removeAll(texts.get());
        } else {
            fresh.clear();
            folders.clear();
        }
    }

    /** Those of the files that are read for their text; nothing when the folders may hold others than before. */
    private Optional<Set<String>> texts(Set<Path> changed) {
        Set<String> texts = new HashSet<>();
        for (Path file : changed) {
            String name = workspace.name(file);
            if (readings.containsKey(name) && Files.isRegularFile(file)) {
                texts.add(name);
            } else if (Files.exists(file) || mayHaveHeld(name)) {
                return Optional.empty();
            }
        }
        return Optional.of(texts);
    }

    /** Else it was one of the files that editors write beside the one they mean, and remove. */
    private boolean mayHaveHeld(String gone) {
        String folder = gone + "/";
        return folders.values().stream()
                .flatMap(List::stream)
                .anyMatch(file -> file.name().equals(gone) || file.name().startsWith(folder));
    }

    /** As {@link Workspace#files}. */
    List<WorkspaceFile> files(String folder) {
        return folders.computeIfAbsent(folder, this::list);
    }

    private List<WorkspaceFile> list(String folder) {
        List<WorkspaceFile> files = workspace.files(folder);
        Set<String> names = files.stream().map(WorkspaceFile::name).collect(Collectors.toSet());
        readings.keySet().removeIf(name -> name.startsWith(folder + "/") && !names.contains(name));
        fresh.retainAll(readings.keySet());
        return files;
    }

    /** The settings' text, or a finding and nothing. */
    Optional<Source> settings(Findings findings) {
        Path file = workspace.resolve(Workspace.SETTINGS);
        return read(new WorkspaceFile(workspace.name(file), file), findings);
    }

    /** As {@link Workspace#read}. */
    Optional<Source> read(WorkspaceFile file, Findings findings) {
        Reading reading =
                readings.compute(file.name(), (name, before) -> fresh.contains(name) ? before : read(file, before));
        fresh.add(file.name());
        findings.addAll(Objects.requireNonNull(reading).findings());
        return reading.source();
    }

    /** The reading before, where nothing has changed: entries hold on to its text. */
    private Reading read(WorkspaceFile file, @Nullable Reading before) {
        Findings own = new Findings();
        Optional<Source> source = workspace.read(file, own);
        Reading now = new Reading(source, own.sorted());
        return before != null && now.isLike(before) ? before : now;
    }

    /** Whether all that was read would be read like that now; reads it. */
    boolean isCurrent() {
        return folders.entrySet().stream()
                .allMatch(folder -> workspace.files(folder.getKey()).equals(folder.getValue())
                        && folder.getValue().parallelStream().allMatch(this::isCurrent));
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isCurrent(WorkspaceFile file) {
        Reading before = readings.get(file.name());
        return before == null || read(file, before) == before;
    }
}
