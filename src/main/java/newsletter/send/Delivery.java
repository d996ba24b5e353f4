package newsletter.send;

import newsletter.model.Recipient;

/**
 * One message to one recipient, claimed to be sent.
 *
 * @param position its place in the list, from 0
 * @param attempts how often it was tried before
 */
public record Delivery(long position, Recipient recipient, int attempts) {}
