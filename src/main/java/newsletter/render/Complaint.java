package newsletter.render;

import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;

/**
 * What is wrong with a template, in our words.
 *
 * @param at the place to look at
 * @param message one sentence, as a finding has it
 * @param hint what to do about it
 */
record Complaint(Location at, String message, String hint) {
    /** The line of the place, from its column on. */
    static String rest(Location at) {
        String line = at.source().line(at.line());
        int length = line.codePointCount(0, line.length());
        return line.substring(line.offsetByCodePoints(0, Math.min(at.column() - 1, length)));
    }

    /** The line of the place, up to its column. */
    static String before(Location at) {
        String line = at.source().line(at.line());
        return line.substring(0, line.length() - rest(at).length());
    }

    void report(Code code, Findings findings) {
        findings.add(code, at, message, hint);
    }
}
