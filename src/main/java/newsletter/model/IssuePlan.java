package newsletter.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import newsletter.finding.Location;

/**
 * An issue as it was written, before its sections are filled.
 *
 * @param id the file's name without its ending
 * @param date the day on which it goes out; everything is judged against it
 * @param sections the blueprint's, as this issue changes them
 * @param at the beginning of its file
 * @param written where its values stand
 */
public record IssuePlan(
        String id,
        String title,
        LocalDate date,
        Optional<String> subject,
        Optional<String> preheader,
        Optional<Prose> intro,
        List<SectionPlan> sections,
        Location at,
        Written written) {
    /** Copies the list. */
    public IssuePlan {
        sections = List.copyOf(sections);
    }
}
