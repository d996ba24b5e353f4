package newsletter.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxies that the environment names, as curl and most tools read it: {@code http_proxy}, {@code https_proxy},
 * {@code all_proxy}, and {@code no_proxy} with hosts and domains divided by commas; each also in upper case.
 */
final class Proxies {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:http://)?(?:([^@/]*)@)?(\\[[^\\]]*]|[^:/@\\[\\]]+)(?::([0-9]{1,5}))?/?", Pattern.CASE_INSENSITIVE);
    private static final int USUAL_PORT = 80;

    private final Map<String, String> environment;
    private final List<String> direct;

    Proxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.direct = Arrays.stream(variable("no_proxy").orElse("").split(",", -1))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    /**
     * A proxy.
     *
     * @param host a name or number; the person who runs the tool chose it, so it may be private
     * @param credentials the value of a Proxy-Authorization header: for the proxy and nobody behind it
     */
    record Proxy(String host, int port, Optional<String> credentials) {
        /** Without the credentials, which belong in no message. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * The proxy to ask for an address, if any.
     *
     * @throws NoAnswerException when a variable names one that cannot be used: going around it would be against somebody's wish
     */
    Optional<Proxy> proxyFor(Address address) throws NoAnswerException {
        Optional<String> written = variable(address.scheme() + "_proxy").or(() -> variable("all_proxy"));
        if (written.isEmpty() || goesDirect(address)) {
            return Optional.empty();
        }
        Matcher parts = WRITTEN.matcher(written.get().strip());
        if (!parts.matches()) {
            throw new NoAnswerException(
                    Trouble.NO_PROXY,
                    "the proxy in " + address.scheme() + "_proxy is not written like http://host:port");
        }
        String host = parts.group(2).replaceAll("[\\[\\]]", "");
        int port = Optional.ofNullable(parts.group(3)).map(Integer::parseInt).orElse(USUAL_PORT);
        return Optional.of(
                new Proxy(host, port, Optional.ofNullable(parts.group(1)).map(Proxies::basic)));
    }

    private static String basic(String userinfo) {
        byte[] bytes = PercentCoding.decode(userinfo).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    private boolean goesDirect(Address address) {
        String host = address.host().name();
        return direct.stream().anyMatch(rule -> {
            String domain = rule.startsWith("*.") ? rule.substring(2) : rule.startsWith(".") ? rule.substring(1) : rule;
            return rule.equals("*") || host.equals(domain) || host.endsWith("." + domain);
        });
    }

    /** In a CGI script {@code HTTP_PROXY} is the request's header "Proxy" (the httpoxy attack), so it is not read there. */
    private Optional<String> variable(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        boolean forged = upper.equals("HTTP_PROXY") && environment.containsKey("REQUEST_METHOD");
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(forged ? null : environment.get(upper)))
                .filter(value -> !value.isBlank());
    }
}
