package newsletter.link;

import java.util.Optional;

/**
 * A verdict with its grounds.
 *
 * @param status what the server answered last
 */
record Outcome(Rule rule, Verdict verdict, Optional<Integer> status) {
    static Outcome ok(Rule rule) {
        return new Outcome(rule, new Verdict.Ok(), Optional.empty());
    }

    /** Broken or unsure, as the rule has it. */
    static Outcome bad(Rule rule, String why) {
        Verdict verdict = rule.family() == Rule.Family.BROKEN ? new Verdict.Broken(why) : new Verdict.Unsure(why);
        return new Outcome(rule, verdict, Optional.empty());
    }

    Outcome withStatus(int answered) {
        return new Outcome(rule, verdict, Optional.of(answered));
    }

    /** Whether a reader gets there. */
    boolean works() {
        return verdict instanceof Verdict.Ok || verdict instanceof Verdict.Moved;
    }
}
