/** The nouns of a newsletter: immutable records without behaviour that needs the outside. */
@NullMarked
package newsletter.model;

import org.jspecify.annotations.NullMarked;
