/** What is wrong, where, and what to do about it. Uses the JDK alone. */
@NullMarked
package newsletter.finding;

import org.jspecify.annotations.NullMarked;
