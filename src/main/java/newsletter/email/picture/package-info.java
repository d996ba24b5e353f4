/** The files that a page shows, made fit for mail programs: sized, turned upright, bare of metadata, in formats that all of them show. */
@NullMarked
package newsletter.email.picture;

import org.jspecify.annotations.NullMarked;
