/** Reads a workspace and fills an issue's sections. The only package that knows the folders. */
@NullMarked
package newsletter.content;

import org.jspecify.annotations.NullMarked;
