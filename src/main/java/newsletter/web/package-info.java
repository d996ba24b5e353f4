/** Asks public web servers, and no others: addresses, the gate before the network, HTTP/1.1 and HTTP/2. Knows the JDK alone. */
@NullMarked
package newsletter.web;

import org.jspecify.annotations.NullMarked;
