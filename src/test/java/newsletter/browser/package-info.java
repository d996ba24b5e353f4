/** A browser for tests that have to see what a reader sees. */
@NullMarked
package newsletter.browser;

import org.jspecify.annotations.NullMarked;
