/** The order of the stages, and the writing of what they made. */
@NullMarked
package newsletter.pipeline;

import org.jspecify.annotations.NullMarked;
