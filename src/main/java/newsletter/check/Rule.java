package newsletter.check;

import newsletter.finding.Findings;

/** Something that every e-mail we send has to keep to. Holds no state: one rule sees any number of letters. */
interface Rule {
    /** Adds a finding for each place where the rule is broken. */
    void check(Letter letter, Findings findings);
}
