/** Whether the links that editors wrote lead somewhere: verdicts, and what to do about them. Asks through {@code web}. */
@NullMarked
package newsletter.link;

import org.jspecify.annotations.NullMarked;
