package newsletter.email.style;

import com.helger.css.decl.CSSMediaQuery;
import com.helger.css.writer.CSSWriterSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition of a {@code @media}: it holds where one of its queries does.
 *
 * @param queries at least one
 */
record MediaQueries(List<Query> queries) {
    private static final CSSWriterSettings SHORT = new CSSWriterSettings(true);

    MediaQueries {
        queries = List.copyOf(queries);
    }

    /**
     * One of them.
     *
     * @param medium with {@code only} or {@code not} before it; empty where none is named
     * @param features {@code (max-width:599px)}, all of which have to hold
     */
    record Query(String medium, List<String> features) {
        Query {
            features = List.copyOf(features);
        }

        String text() {
            return Stream.concat(Stream.of(medium), features.stream())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" and "));
        }

        /** Holds where both do; empty where no query says that. */
        Optional<Query> and(Query other) {
            boolean negated = medium.startsWith("not") || other.medium.startsWith("not");
            boolean differ = !medium.isEmpty() && !other.medium.isEmpty() && !medium.equals(other.medium);
            if (negated || differ) {
                return Optional.empty();
            }
            List<String> both = Stream.concat(features.stream(), other.features.stream())
                    .distinct()
                    .toList();
            return Optional.of(new Query(medium.isEmpty() ? other.medium : medium, both));
        }
    }

    static MediaQueries of(List<CSSMediaQuery> queries) {
        return new MediaQueries(queries.stream().map(MediaQueries::query).toList());
    }

    private static Query query(CSSMediaQuery query) {
        String modifier = query.isNot() ? "not " : query.isOnly() ? "only " : "";
        String medium = query.getMedium() == null ? "" : modifier + query.getMedium();
        List<String> features = query.getAllMediaExpressions().stream()
                .map(expression -> expression.getAsCSSString(SHORT, 0))
                .toList();
        return new Query(medium, features);
    }

    /** Holds where both do; empty where no list of queries says that. */
    Optional<MediaQueries> and(MediaQueries other) {
        List<Query> both = new ArrayList<>();
        for (Query one : queries) {
            for (Query another : other.queries) {
                Optional<Query> joined = one.and(another);
                if (joined.isEmpty()) {
                    return Optional.empty();
                }
                both.add(joined.get());
            }
        }
        return Optional.of(new MediaQueries(both));
    }

    String text() {
        return "@media " + queries.stream().map(Query::text).collect(Collectors.joining(","));
    }
}
