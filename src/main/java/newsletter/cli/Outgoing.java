package newsletter.cli;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import newsletter.message.Letter;
import newsletter.model.Blank;
import newsletter.model.Publication;
import newsletter.pipeline.Made;

/**
 * An issue that can be sent.
 *
 * @param id the issue's
 * @param letter what every reader gets
 */
record Outgoing(String id, Publication publication, Publication.Sender sender, Letter letter) {
    /** The issue that was made; empty when it has errors, or nobody sends it. */
    static Optional<Outgoing> of(Made made) {
        return made.letter()
                .flatMap(letter -> made.publication()
                        .sender()
                        .map(sender -> new Outgoing(made.issue().id(), made.publication(), sender, letter)));
    }

    /** The names of the values that it prints of each recipient. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        Stream.of(letter.subject(), letter.html(), letter.text())
                .flatMap(Blank::places)
                .forEach(place -> names.add(Blank.at(place).name()));
        return names;
    }
}
