/** Commands, console and exit codes. The only package that knows picocli. */
@NullMarked
package newsletter.cli;

import org.jspecify.annotations.NullMarked;
