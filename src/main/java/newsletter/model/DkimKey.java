package newsletter.model;

import newsletter.finding.Location;

/**
 * What messages are signed with (DKIM).
 *
 * @param domain in whose name, in ASCII
 * @param selector which of the domain's keys it is
 * @param pem the private key as it was found
 * @param at where the settings name it
 */
public record DkimKey(String domain, String selector, Secret pem, Location at) {}
