package newsletter.content;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.Entry;
import newsletter.model.IssuePlan;
import newsletter.parse.Parsers;

/**
 * What was read of a workspace, for reading it again: a file is parsed where it is not as it was. What stands in the settings
 * decides how all else is read, so with them everything is. Not thread-safe.
 */
public final class ReadFiles {
    private final Remembered<Optional<PublicationReader.Settings>> settings = new Remembered<>();
    private final Remembered<List<Entry>> entries = new Remembered<>();
    private final Remembered<Optional<IssuePlan>> issues = new Remembered<>();
    private final Remembered<Boolean> weekdays = new Remembered<>();
    private final Map<Locale, Optional<WeekdayJudge>> judges = new HashMap<>();

    private final Parsers parsers;
    private final Texts texts;

    /** Nothing was read yet. */
    public ReadFiles(Workspace workspace, Parsers parsers) {
        this.parsers = parsers;
        this.texts = new Texts(workspace);
    }

    Texts texts() {
        return texts;
    }

    /**
     * Has files read again the next time; at first all are.
     *
     * @param changed all that have changed since they were read, and perhaps others; empty when it may be any
     */
    public void readAgain(Optional<Set<Path>> changed) {
        texts.readAgain(changed);
    }

    /** Whether all that was read would be read like that now; reads it, and takes nothing from it. */
    public boolean isCurrent() {
        return texts.isCurrent();
    }

    /** The settings; where they are others, what was read by those before is forgotten. */
    Optional<PublicationReader.Settings> settings(Findings findings) {
        return texts.settings(findings).flatMap(source -> settings.of(source, this::readSettings, findings));
    }

    private Optional<PublicationReader.Settings> readSettings(Source source, Findings own) {
        entries.clear();
        issues.clear();
        weekdays.clear();
        judges.clear();
        return new PublicationReader(parsers, own).read(source);
    }

    Remembered<List<Entry>> entries() {
        return entries;
    }

    Remembered<Optional<IssuePlan>> issues() {
        return issues;
    }

    /** Whose weekdays were compared with their dates; there is nothing to be made of that. */
    Remembered<Boolean> weekdays() {
        return weekdays;
    }

    /** Who knows the weekdays of a language. */
    Optional<WeekdayJudge> weekdayJudge(Locale language) {
        return judges.computeIfAbsent(language, spoken -> WeekdayJudge.of(spoken, parsers));
    }

    /** Forgets the files that are gone. */
    void keepOnly(Set<String> entryFiles, Set<String> issueFiles) {
        entries.keepOnly(entryFiles);
        issues.keepOnly(issueFiles);
        Set<String> all = new HashSet<>(entryFiles);
        all.addAll(issueFiles);
        all.add(Workspace.SETTINGS);
        weekdays.keepOnly(all);
    }
}
