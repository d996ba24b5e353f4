/** What an e-mail must be: rules on the finished page and its plain text, whoever wrote the templates. */
@NullMarked
package newsletter.check;

import org.jspecify.annotations.NullMarked;
