package newsletter.web;

/** Why a server gave no answer. */
public enum Trouble {
    /** The name is in no directory. */
    NO_SUCH_HOST,
    /** The directory could not be asked. */
    NO_DIRECTORY,
    /** The address is not a public one; nothing was sent. */
    NOT_PUBLIC,
    /** Nobody took the connection. */
    NO_CONNECTION,
    /** The proxy refused, or was not there. */
    NO_PROXY,
    /** The secure connection could not be made: an expired certificate, one of another host, an old protocol. */
    NO_TRUST,
    /** The answer did not begin in time. */
    TOO_SLOW,
    /** The connection was cut before the answer began. */
    CUT,
    /** What came is not HTTP. */
    NOT_HTTP
}
