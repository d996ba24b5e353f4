package newsletter.cli;

import java.util.List;
import newsletter.email.Email;
import newsletter.link.Link;
import newsletter.link.PageLinks;
import newsletter.model.Publication;
import newsletter.pipeline.Extent;
import newsletter.pipeline.Made;

/**
 * What is kept of an issue until its links are asked; thousands of pages would fill the memory.
 *
 * @param links those of its page and its text
 */
record Inspected(Publication publication, String title, Extent extent, List<Link> links) {
    /** Copies the list. */
    Inspected {
        links = List.copyOf(links);
    }

    static Inspected of(Made made) {
        return new Inspected(made.publication(), made.issue().title(), made.extent(), links(made));
    }

    /** The links of an issue's page and its text. */
    static List<Link> links(Made made) {
        PageLinks links = new PageLinks();
        Email email = made.email();
        links.add(made.publication(), made.issue(), email.html(), email.text(), email.origins());
        return links.all();
    }
}
