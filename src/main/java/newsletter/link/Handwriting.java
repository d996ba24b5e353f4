package newsletter.link;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newsletter.finding.Location;
import newsletter.finding.Source;
import org.jsoup.parser.Parser;

/**
 * Finds an address in the text of its author: a page has it in another spelling (IDNA, percent signs, campaign parameters), and knows
 * only where the link, the value or the tag begins that holds it.
 */
final class Handwriting {
    /** What ends an address whatever the text around it is. */
    private static final String ENDS = " \t\n\"'<>";

    /** What may end an address, or belong to it: Markdown and YAML go on with these. */
    private static final String LOOSE_ENDS = ")]},.;:!?*_~|";

    private static final Pattern MARKDOWN_ESCAPE = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern LINK_ATTRIBUTE =
            Pattern.compile("\\s(?:href|src)\\s*=\\s*[\"']?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFINITION = Pattern.compile("(?m)^[ \\t>]*\\[[^\\]\\n]+]:\\s*<?");

    private final Source source;
    private final String text;
    private final Set<String> spellings;

    private Handwriting(Source source, Set<String> spellings) {
        this.source = source;
        this.text = source.text();
        this.spellings = spellings;
    }

    /**
     * An address as its author wrote it.
     *
     * @param address without the escapes of the text around it
     * @param at where its first character stands
     */
    record Written(String address, Location at) {}

    /**
     * Finds an address.
     *
     * @param from where what holds it begins
     * @param spellings each one spelling that it may have
     */
    static Optional<Written> find(Location from, Set<String> spellings) {
        return new Handwriting(from.source(), spellings).find(from.source().offset(from));
    }

    /**
     * Finds the first place of an address in a file.
     *
     * @param file any place of it
     */
    static Optional<Written> anywhere(Location file, Set<String> spellings) {
        Handwriting handwriting = new Handwriting(file.source(), spellings);
        return WEB_ADDRESS
                .matcher(handwriting.text)
                .results()
                .flatMap(address -> handwriting.at(address.start()).stream())
                .findFirst();
    }

    private Optional<Written> find(int from) {
        if (text.startsWith("![", from) || text.startsWith("[", from)) {
            return inMarkdown(text.indexOf('[', from));
        }
        boolean tag = text.startsWith("<", from) && from + 1 < text.length();
        Optional<Written> here = at(tag || startsWithQuote(from) ? from + 1 : from);
        return here.isPresent() || !tag ? here : inTag(from);
    }

    private boolean startsWithQuote(int from) {
        return from < text.length() && "\"'".indexOf(text.charAt(from)) >= 0;
    }

    /** {@code [words](address)}, else {@code [words][name]} and somewhere {@code [name]: address}. */
    private Optional<Written> inMarkdown(int bracket) {
        int end = closing(bracket);
        if (text.startsWith("(", end)) {
            int begin = end + 1;
            while (begin < text.length() && (Character.isWhitespace(text.charAt(begin)) || text.charAt(begin) == '<')) {
                begin++;
            }
            return at(begin);
        }
        return DEFINITION
                .matcher(text)
                .results()
                .flatMap(definition -> at(definition.end()).stream())
                .findFirst();
    }

    /** The index behind the bracket that closes this one. */
    private int closing(int bracket) {
        int depth = 0;
        for (int at = bracket; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '\\' -> at++;
                case '[' -> depth++;
                case ']' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }

    private Optional<Written> inTag(int start) {
        int end = text.indexOf('>', start);
        Matcher attribute = LINK_ATTRIBUTE.matcher(text).region(start, end < 0 ? text.length() : end);
        return attribute.results().flatMap(found -> at(found.end()).stream()).findFirst();
    }

    /** The address that begins at an index, if it is one of those that are looked for. */
    private Optional<Written> at(int begin) {
        int end = begin;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > begin) {
            Optional<String> address = meant(text.substring(begin, end));
            if (address.isPresent()) {
                return Optional.of(new Written(address.get(), source.at(begin)));
            }
            if (LOOSE_ENDS.indexOf(text.charAt(end - 1)) < 0) {
                return Optional.empty();
            }
            end--;
        }
        return Optional.empty();
    }

    private Optional<String> meant(String written) {
        String plain = Parser.unescapeEntities(written, true);
        Stream<String> meanings = Stream.of(
                        written, plain, MARKDOWN_ESCAPE.matcher(plain).replaceAll("$1"))
                .distinct();
        Stream<String> bare = WEB_ADDRESS.matcher(plain).lookingAt()
                ? Stream.empty()
                : Stream.of("https://" + plain, "mailto:" + plain);
        return Stream.concat(meanings, bare)
                .filter(address -> spellings.contains(Waivers.spelling(address)))
                .findFirst();
    }
}
