/** Style sheets to style attributes: parse, cascade, and what has to stay in the head. The only package that knows ph-css. */
@NullMarked
package newsletter.email.style;

import org.jspecify.annotations.NullMarked;
