/** How style sheets become style attributes. */
@NullMarked
package newsletter.email.style;

import org.jspecify.annotations.NullMarked;
