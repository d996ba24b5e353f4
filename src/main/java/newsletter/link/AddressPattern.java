package newsletter.link;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole address in which {@code *} stands for anything: {@code https://intranet.example.org/*}.
 *
 * @param text as an editor wrote it
 */
public record AddressPattern(String text) {
    /** Whether an address in its one spelling is meant. */
    public boolean matches(String address) {
        if (text.indexOf('*') < 0) {
            return Waivers.spelling(text).equals(address);
        }
        String expression =
                Stream.of(text.strip().split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL).matcher(address).matches();
    }
}
