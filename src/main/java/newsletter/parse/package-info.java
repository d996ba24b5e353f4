/** From text to structures that know where each part stood. The only package that knows SnakeYAML and flexmark. */
@NullMarked
package newsletter.parse;

import org.jspecify.annotations.NullMarked;
