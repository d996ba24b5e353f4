package newsletter.link;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import newsletter.web.Address;
import newsletter.web.MalformedAddressException;
import newsletter.web.Method;
import newsletter.web.NoAnswerException;
import newsletter.web.Response;

/**
 * The way to one page: what was asked, what came back, and what to ask next. It does no asking itself. Used by one thread at a
 * time.
 */
final class Visit {
    private static final int MOST_HOPS = 10;
    private static final int MOST_WAITS = 3;
    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private final Address start;
    private final boolean looksInside;
    private final Clock clock;
    private final List<Hop> chain = new ArrayList<>();
    private final Set<Address> been = new HashSet<>();
    private Address at;
    private Method method;
    /** Whether an answer is doubted, so that from here on it is asked by GET whatever it is. */
    private boolean insists;

    private int waits;
    private boolean last;
    private boolean unanswered;
    private Duration took = Duration.ZERO;
    private Optional<PageLook> look = Optional.empty();

    /** @param looksInside whether the page is read too, and not only its head */
    Visit(Address start, boolean looksInside, Clock clock) {
        this.start = start.page();
        this.looksInside = looksInside;
        this.clock = clock;
        this.at = this.start;
        this.method = usual(this.start);
        been.add(this.start);
    }

    Address start() {
        return start;
    }

    /** Where to ask next. */
    Address at() {
        return at;
    }

    /** How to ask next. */
    Method method() {
        return method;
    }

    List<Hop> chain() {
        return List.copyOf(chain);
    }

    /** How long servers took for it, all requests together. */
    Duration took() {
        return took;
    }

    /** What was read of the page, if it was. */
    Optional<PageLook> look() {
        return look;
    }

    /** It is over. What was read goes at once: the JVM clears old objects, as this is by then, late, and all that they hold with them. */
    void forgetPage() {
        look = Optional.empty();
    }

    void spent(Duration time) {
        took = took.plus(time);
    }

    /** Whether nobody answered when it was last asked for. */
    boolean isUnanswered() {
        return unanswered;
    }

    /** Begins anew, for the last time. */
    void tryOnceMore() {
        last = true;
        startOver();
    }

    private void startOver() {
        at = start;
        insists = true;
        method = Method.GET;
        chain.clear();
        been.clear();
        been.add(start);
    }

    /** A server answered. */
    Step heard(Response response) {
        unanswered = false;
        int status = response.status();
        Optional<String> retryAfter = response.headers().first("retry-after");
        if (status == 429 || (status == 503 && retryAfter.isPresent())) {
            return slowDown(status, retryAfter);
        }
        if (status >= 301
                && status <= 308
                && response.headers().first("location").isPresent()) {
            return follow(status, response.headers().first("location").get());
        }
        boolean good = status >= 200 && status < 300;
        if (method == Method.HEAD && (!good || (looksInside && response.isPage()))) {
            return askByGet();
        }
        return good ? new Step.Settle(arrive(response).withStatus(status)) : refuse(response);
    }

    private Step slowDown(int status, Optional<String> retryAfter) {
        Outcome outcome = status == 429
                ? Outcome.bad(Rule.TOO_MANY, at.host() + " says 429, too many requests")
                : Outcome.bad(Rule.SERVER_ERROR, at.host() + " says 503, out of service");
        if (waits == MOST_WAITS) {
            return new Step.Settle(outcome.withStatus(status));
        }
        Duration usual = USUAL_WAIT.multipliedBy(1L << waits);
        waits++;
        Duration time = retryAfter
                .flatMap(value -> RetryAfter.parse(value, clock.instant()))
                .orElse(usual);
        return new Step.Wait(time, outcome.withStatus(status));
    }

    private Step follow(int status, String location) {
        Address target;
        try {
            target = at.resolve(location);
        } catch (MalformedAddressException e) {
            return astray(Rule.BAD_REDIRECT, "it redirects to what cannot be followed: " + e.getMessage());
        }
        chain.add(new Hop(status, target.toString()));
        Optional<String> acts = Acting.reason(target);
        if (acts.isPresent()) {
            return new Step.Settle(
                    Outcome.bad(Rule.BAD_REDIRECT, "it redirects to " + target.host() + ", but " + acts.get()));
        }
        if (!been.add(target)) {
            return astray(Rule.CIRCLE, "its redirects go in a circle");
        }
        if (chain.size() > MOST_HOPS) {
            return astray(Rule.TOO_FAR, "more than " + MOST_HOPS + " redirects");
        }
        at = target;
        method = usual(target);
        return new Step.Ask();
    }

    /** A page that is to be read anyway is asked for at once; of a file, which may be long, the head will do. */
    private Method usual(Address address) {
        return insists || (looksInside && !FileNames.areIn(address)) ? Method.GET : Method.HEAD;
    }

    /** Many servers refuse HEAD, or answer it with what they would not say to GET. */
    private Step askByGet() {
        insists = true;
        method = Method.GET;
        return new Step.Ask();
    }

    private Step astray(Rule rule, String why) {
        if (method == Method.HEAD) {
            startOver();
            return new Step.Ask();
        }
        return new Step.Settle(Outcome.bad(rule, why));
    }

    private Outcome arrive(Response response) {
        if (method == Method.GET && response.isPage()) {
            look = Optional.of(PageLook.of(response));
        }
        return look.flatMap(page -> doubt(response, page))
                .or(this::lostOnTheWay)
                .orElseGet(this::arrived);
    }

    private Optional<Outcome> doubt(Response response, PageLook page) {
        return PageSigns.challenge(response, page)
                .or(() -> PageSigns.parked(at.host().name(), page))
                .or(() -> PageSigns.gone(page));
    }

    /** Servers that have lost a page often send every reader to the home page. A short link, though, may well lead to one. */
    private Optional<Outcome> lostOnTheWay() {
        boolean home = !chain.isEmpty() && at.depth() == 0 && at.query().isEmpty();
        boolean deep = start.depth() > 1 || (start.depth() == 1 && isSameSite());
        return home && deep
                ? Optional.of(Outcome.bad(Rule.TO_HOME, "it leads to the home page of " + at.host()))
                : Optional.empty();
    }

    private boolean isSameSite() {
        return withoutWww(start.host().name()).equals(withoutWww(at.host().name()));
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    private Outcome arrived() {
        boolean moved = !chain.isEmpty() && chain.stream().allMatch(Hop::isPermanent);
        return moved
                ? new Outcome(Rule.MOVED, new Verdict.Moved(at.toString()), Optional.empty())
                : Outcome.ok(Rule.ANSWERS);
    }

    private Step refuse(Response response) {
        int status = response.status();
        boolean passing = status == 502 || status == 503 || status == 504;
        if (passing && !last) {
            return failInPassing();
        }
        Optional<Outcome> challenge = response.isPage() && status != 404 && status != 410
                ? PageSigns.challenge(response, PageLook.of(response))
                : Optional.empty();
        return new Step.Settle(challenge.orElseGet(() -> refusal(status)).withStatus(status));
    }

    private Step failInPassing() {
        if (insists) {
            return new Step.PutOff();
        }
        insists = true;
        return new Step.Later();
    }

    private static Outcome refusal(int status) {
        return switch (status) {
            case 404 -> Outcome.bad(Rule.GONE, "the server says 404, not found");
            case 410 -> Outcome.bad(Rule.GONE, "the server says 410, gone");
            case 401, 407 -> Outcome.bad(Rule.LOGIN, "the server says " + status + ", only with an account");
            case 403, 405, 406, 451, 999 ->
                Outcome.bad(Rule.TURNED_AWAY, "the server says " + status + ", as some do to every program");
            default ->
                status >= 500 && status < 600
                        ? Outcome.bad(Rule.SERVER_ERROR, "the server says " + status + ", a fault of its own")
                        : Outcome.bad(Rule.ODD_STATUS, "the server says " + status);
        };
    }

    /** No answer came. */
    Step failed(NoAnswerException e) {
        unanswered = true;
        String why = String.valueOf(e.getMessage());
        return switch (e.trouble()) {
            case NO_SUCH_HOST -> passing(Outcome.bad(Rule.NO_SUCH_HOST, why));
            case NO_DIRECTORY -> passing(Outcome.bad(Rule.NO_DIRECTORY, why));
            case NO_CONNECTION, NO_PROXY -> passing(Outcome.bad(Rule.NO_CONNECTION, at.host() + ": " + why));
            case CUT -> byGet(() -> passing(Outcome.bad(Rule.NO_CONNECTION, why)));
            case TOO_SLOW -> byGet(() -> new Step.Settle(Outcome.bad(Rule.TOO_SLOW, why)));
            case NOT_HTTP -> byGet(() -> new Step.Settle(Outcome.bad(Rule.NOT_HTTP, why)));
            case NO_TRUST -> new Step.Settle(Outcome.bad(Rule.NO_TRUST, why));
            case NOT_PUBLIC -> new Step.Settle(Outcome.bad(Rule.NOT_PUBLIC, why));
        };
    }

    private Step passing(Outcome outcome) {
        return last ? new Step.Settle(outcome) : new Step.PutOff();
    }

    private Step byGet(Supplier<Step> otherwise) {
        return method == Method.HEAD ? askByGet() : otherwise.get();
    }
}
