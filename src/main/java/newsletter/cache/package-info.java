/** What one run of the tool made of texts, in a file for the next. */
@NullMarked
package newsletter.cache;

import org.jspecify.annotations.NullMarked;
