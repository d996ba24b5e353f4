package newsletter.preview;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a browser may call the preview. A page on the web can have its own name lead to this machine (DNS
 * rebinding) and would then read the preview as if it were its own; but its browser sends that name.
 */
final class HostNames {
    /** An address is no name that somebody could have redirected. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private final Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    private final boolean anyAddress;

    private HostNames(boolean anyAddress) {
        this.anyAddress = anyAddress;
    }

    /** This machine alone. */
    static HostNames loopback() {
        return new HostNames(false);
    }

    /** This machine, a name that it was given, and every address. */
    static HostNames of(String host) {
        HostNames names = new HostNames(true);
        names.names.add(host.toLowerCase(Locale.ROOT));
        return names;
    }

    /**
     * Whether a Host field (RFC 9110, section 7.2) means the preview. It may have a port, which is not looked at: who forwards
     * one to another can only do so on this machine.
     */
    boolean accept(@Nullable String field) {
        if (field == null) {
            return false;
        }
        String name = field.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
        return names.contains(name) || (anyAddress && ADDRESS.matcher(name).matches());
    }
}
