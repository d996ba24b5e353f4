/** Deliver an issue, and remember to whom. */
@NullMarked
package newsletter.send;

import org.jspecify.annotations.NullMarked;
