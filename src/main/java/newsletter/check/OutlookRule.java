package newsletter.check;

import java.util.ArrayDeque;
import java.util.Deque;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;

/** Conditional comments come in pairs, and what Outlook makes of them has an end for each tag, in the right order. */
final class OutlookRule implements Rule {
    @Override
    public void check(Letter letter, Findings findings) {
        letter.view()
                .mistakes()
                .forEach(
                        mistake -> findings.add(
                                Code.OUTLOOK_COMMENT,
                                place(mistake, letter),
                                mistake.message(),
                                "write <!--[if mso]> … <![endif]--> for Outlook, <!--[if !mso]><!--> … <!--<![endif]--> for the others"));
        checkNesting(letter, findings);
    }

    /** Comments carry no origin: the template that has the tag before this one is searched for it. */
    private static Location place(OutlookView.Mistake mistake, Letter letter) {
        Location before = letter.at(mistake.place());
        String rest = letter.email().html().substring(mistake.place());
        String comment =
                rest.substring(0, rest.indexOf("-->") + 1).lines().findFirst().orElse(rest);
        Source template = before.source();
        int found = template.text().indexOf(comment, template.offset(before));
        return found < 0 ? before : template.at(found);
    }

    private static void checkNesting(Letter letter, Findings findings) {
        Deque<HtmlTag> open = new ArrayDeque<>();
        for (HtmlTag tag : HtmlTag.all(letter.view().html())) {
            if (!tag.closing()) {
                if (!tag.isEmpty()) {
                    open.push(tag);
                }
            } else if (open.stream().anyMatch(opened -> opened.name().equals(tag.name()))) {
                close(tag, open, letter, findings);
            } else {
                report(
                        tag,
                        "Outlook sees </" + tag.name() + "> where no <" + tag.name() + "> is open",
                        letter,
                        findings);
            }
        }
        open.forEach(left -> reportOpen(left, letter, findings));
    }

    private static void close(HtmlTag tag, Deque<HtmlTag> open, Letter letter, Findings findings) {
        for (HtmlTag inner = open.pop(); !inner.name().equals(tag.name()); inner = open.pop()) {
            reportOpen(inner, letter, findings);
        }
    }

    private static void reportOpen(HtmlTag tag, Letter letter, Findings findings) {
        report(tag, "Outlook sees <" + tag.name() + "> and no end of it where it should be", letter, findings);
    }

    private static void report(HtmlTag tag, String message, Letter letter, Findings findings) {
        findings.add(
                Code.OUTLOOK_NESTING,
                letter.at(tag.place()),
                message,
                "open and close it under the same condition, the inner one first");
    }
}
