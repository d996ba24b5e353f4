package newsletter.message;

/**
 * A message as it goes over the wire, and as a {@code .eml} file holds it: lines end in CRLF, all of it is ASCII.
 *
 * @param id its Message-ID with the angle brackets
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy for every recipient would cost more than it guards.
public record Message(String id, byte[] bytes) {}
