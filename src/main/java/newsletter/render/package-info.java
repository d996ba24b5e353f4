/** An issue to raw HTML and plain text. The only package that knows FreeMarker. */
@NullMarked
package newsletter.render;

import org.jspecify.annotations.NullMarked;
