/** What is made of a page for mail programs. */
@NullMarked
package newsletter.email;

import org.jspecify.annotations.NullMarked;
