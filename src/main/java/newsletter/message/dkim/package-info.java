/**
 * Sign messages (DKIM, RFC 6376), so that those who receive them know that they are ours and as we wrote them. Uses the JDK alone;
 * {@code docs/decisions/own-dkim.md} says why.
 */
@NullMarked
package newsletter.message.dkim;

import org.jspecify.annotations.NullMarked;
