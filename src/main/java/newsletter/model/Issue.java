package newsletter.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One edition with its sections filled.
 *
 * @param date the day on which it goes out
 * @param subject of the message; the title where the editor gave none
 * @param sections those with something in them, in order
 * @param pictures where each picture that the issue shows was found: a path relative to the workspace, or its address on the web
 * @param written where the values of its file stand
 */
public record Issue(
        String id,
        String title,
        LocalDate date,
        String subject,
        Optional<String> preheader,
        Optional<Prose> intro,
        List<Section> sections,
        Map<PictureRef, String> pictures,
        Written written) {
    /** Copies the collections. */
    public Issue {
        sections = List.copyOf(sections);
        pictures = Map.copyOf(pictures);
    }

    /** The sections in rows: two neighbours that both want to stand beside each other share one. */
    public List<List<Section>> rows() {
        List<List<Section>> rows = new ArrayList<>();
        for (int next = 0;
                next < sections.size();
                next += rows.get(rows.size() - 1).size()) {
            boolean pair = next + 1 < sections.size()
                    && sections.get(next).beside()
                    && sections.get(next + 1).beside();
            rows.add(sections.subList(next, pair ? next + 2 : next + 1));
        }
        return List.copyOf(rows);
    }

    /** How many entries stand in it. */
    public int entryCount() {
        return sections.stream().mapToInt(section -> section.entries().size()).sum();
    }
}
