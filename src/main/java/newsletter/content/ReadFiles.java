package newsletter.content;

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
 * What was read of a workspace, for reading it again: every file is looked at, and parsed where it is not as it was. What stands in
 * the settings decides how all else is read, so with them everything is. Not thread-safe.
 */
public final class ReadFiles {
    private final Remembered<Optional<PublicationReader.Settings>> settings = new Remembered<>();
    private final Remembered<List<Entry>> entries = new Remembered<>();
    private final Remembered<Optional<IssuePlan>> issues = new Remembered<>();
    private final Remembered<Boolean> weekdays = new Remembered<>();
    private final Map<Locale, Optional<WeekdayJudge>> judges = new HashMap<>();

    private final Parsers parsers;

    /** Nothing was read yet. */
    public ReadFiles(Parsers parsers) {
        this.parsers = parsers;
    }

    /** The settings; where they are others, what was read by those before is forgotten. */
    Optional<PublicationReader.Settings> settings(Source source, Findings findings) {
        return settings.of(source, this::readSettings, findings);
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
