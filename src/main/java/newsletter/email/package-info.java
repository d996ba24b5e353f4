/** A page to what mail clients can show. */
@NullMarked
package newsletter.email;

import org.jspecify.annotations.NullMarked;
