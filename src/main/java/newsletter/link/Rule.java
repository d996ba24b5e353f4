package newsletter.link;

import java.util.Locale;

/** By what a verdict was reached. Its name in lower case with hyphens is stable: it stands in the memory and in reports. */
public enum Rule {
    /** The server answers that it is there. */
    ANSWERS(Family.OK),
    /** The place is within the newsletter's own page. */
    IN_PAGE(Family.OK),
    /** It opens a mail or a telephone, and is written right. */
    WELL_FORMED(Family.OK),
    /** A person looked, and said so in the settings. */
    SEEN(Family.OK),

    /** Every redirect on the way is for good. */
    MOVED(Family.MOVED),

    /** 404 or 410. */
    GONE(Family.BROKEN, "look for where it is now, or take the link out"),
    /** The name of the host is in no directory. */
    NO_SUCH_HOST(Family.BROKEN, "look for a typing error in the host, or for where the page is now"),
    /** It cannot be read as an address, or nothing opens it. */
    BAD_ADDRESS(Family.BROKEN, "copy the address anew from the browser's address bar"),
    /** The page is there, the place on it is not. */
    NO_ANCHOR(Family.BROKEN, "open the page and copy the address of the place, or link to the whole page"),

    /** 401: only for those with an account. */
    LOGIN(Family.UNSURE),
    /** 403, 451, 999 and their like. */
    TURNED_AWAY(Family.UNSURE),
    /** 429, after waiting as asked. */
    TOO_MANY(Family.UNSURE),
    /** A page that wants to know whether a person is there. */
    CHALLENGE(Family.UNSURE),
    /** 5xx. */
    SERVER_ERROR(Family.UNSURE),
    /** A status that says neither yes nor no. */
    ODD_STATUS(Family.UNSURE),
    /** The page is there, and says that it is not. */
    SOFT_GONE(Family.UNSURE, "open it; if the page is gone, look for where it is now"),
    /** A page was asked for and the home page came. */
    TO_HOME(Family.UNSURE, "open it; if the page is gone, look for where it is now"),
    /** The domain is for sale. */
    PARKED(Family.UNSURE, "open it; if the owner has given the domain up, take the link out"),
    /** Redirects go in a circle. */
    CIRCLE(Family.UNSURE),
    /** More than ten redirects. */
    TOO_FAR(Family.UNSURE),
    /** A redirect leads to what cannot be followed. */
    BAD_REDIRECT(Family.UNSURE),
    /** No trust in the secure connection. */
    NO_TRUST(Family.UNSURE),
    /** No answer in time. */
    TOO_SLOW(Family.UNSURE),
    /** No connection, or one that was cut, twice. */
    NO_CONNECTION(Family.UNSURE),
    /** The name servers did not answer. */
    NO_DIRECTORY(Family.UNSURE),
    /** What came is not HTTP. */
    NOT_HTTP(Family.UNSURE),
    /** Not on the internet; nothing was sent there. */
    NOT_PUBLIC(
            Family.UNSURE, "readers outside cannot open it; where they can, name the host under links: check: allow"),
    /** The address holds a name or a password; nothing was sent. */
    CREDENTIALS(Family.UNSURE, "take the part before the @ out: every reader would get it"),
    /** Neither http nor https. */
    OTHER_SCHEME(Family.UNSURE),
    /** The place on the page may be made by a script, or lies beyond what was read. */
    ANCHOR_UNSEEN(Family.UNSURE),

    /** It would act: unsubscribe, change preferences, use up a token. */
    ACTS(Family.NOT_ASKED),
    /** The settings say so. */
    IGNORED(Family.NOT_ASKED),
    /** It goes live later. */
    NOT_YET(Family.NOT_ASKED),
    /** The check was told to ask nobody. */
    OFFLINE(Family.NOT_ASKED),
    /** There is no network. */
    NO_NETWORK(Family.NOT_ASKED),
    /** The check was stopped before. */
    STOPPED(Family.NOT_ASKED);

    private static final String LOOK =
            "open it; if it works, note under links: check: seen: in newsletter.yaml who looked, and when";

    private final Family family;
    private final String hint;

    /** What rules have in common. */
    enum Family {
        OK,
        MOVED,
        BROKEN,
        UNSURE,
        /** Unsure because nobody was asked, which is no news. */
        NOT_ASKED
    }

    Rule(Family family) {
        this(family, LOOK);
    }

    Rule(Family family, String hint) {
        this.family = family;
        this.hint = hint;
    }

    Family family() {
        return family;
    }

    /** What to do about a link that is broken or unsure by this rule. */
    String hint() {
        return hint;
    }

    /** Whether the server was asked, or need not be. */
    public boolean isAsked() {
        return family != Family.NOT_ASKED;
    }

    /** The stable name, for example {@code no-such-host}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
