/**
 * An issue as a message of RFC 5322: its parts (MIME), its header, its bytes. Uses the JDK alone;
 * {@code docs/decisions/message-package.md} says why.
 */
@NullMarked
package newsletter.message;

import org.jspecify.annotations.NullMarked;
