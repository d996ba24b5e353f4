package newsletter.web;

/** What may be asked: methods that change nothing (RFC 9110, section 9.2.1). */
public enum Method {
    /** The head of the answer alone. */
    HEAD,
    /** The whole answer. */
    GET
}
