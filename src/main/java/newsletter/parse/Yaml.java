package newsletter.parse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newsletter.finding.Location;

/** A YAML value as it was written, with its place. Scalars are text and nothing else: {@code no} is "no", {@code 0755} is "0755". */
public sealed interface Yaml {
    /** Where it begins. */
    Location at();

    /** What it is, in an editor's words. */
    String describe();

    /** Every single value in it, at any depth, in the order of the file. */
    Stream<Scalar> scalars();

    /** Whether it is text only because no blank follows a colon: {@code title:No}. */
    default boolean isGlued() {
        return this instanceof Scalar scalar && scalar.text().matches("(?s)[\\p{L}_-]+:\\S.*");
    }

    /**
     * A single value.
     *
     * @param quoted whether it stood in quotes, so that an empty one is meant to be empty
     */
    record Scalar(Passage passage, boolean quoted) implements Yaml {
        /** Its text without quotes. */
        public String text() {
            return passage.text();
        }

        /** Whether nothing was written. */
        public boolean isEmpty() {
            return text().isBlank();
        }

        @Override
        public Location at() {
            return passage.start();
        }

        @Override
        public Stream<Scalar> scalars() {
            return Stream.of(this);
        }

        @Override
        public String describe() {
            return isEmpty() ? "empty" : "a single value";
        }
    }

    /** A list. */
    record Sequence(List<Yaml> items, Location at) implements Yaml {
        /** Copies the list. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Stream<Scalar> scalars() {
            return items.stream().flatMap(Yaml::scalars);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the file. */
    record Mapping(Map<String, Member> members, Location at) implements Yaml {
        /** Copies the map. */
        public Mapping {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public Stream<Scalar> scalars() {
            return members.values().stream().map(Member::value).flatMap(Yaml::scalars);
        }

        @Override
        public String describe() {
            return "a group of keys";
        }
    }

    /** A key's place and its value. */
    record Member(Location keyAt, Yaml value) {}
}
