/** An issue in a browser while it is written: a server on this machine, a watch on the files, and a frame around the page. */
@NullMarked
package newsletter.preview;

import org.jspecify.annotations.NullMarked;
