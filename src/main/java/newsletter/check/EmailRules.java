package newsletter.check;

import java.util.List;
import newsletter.email.Email;
import newsletter.finding.Findings;
import newsletter.model.Issue;
import newsletter.model.Publication;

/** All rules for what we send. */
public final class EmailRules {
    private static final List<Rule> RULES = List.of(
            new HeadRule(),
            new LanguageRule(),
            new HeadingRule(),
            new LinkTextRule(),
            new LinkAddressRule(),
            new UtmRule(),
            new AltRule(),
            new PictureRule(),
            new ElementRule(),
            new StyleSheetRule(),
            new StyleRule(),
            new FontRule(),
            new ReadingRule(),
            new TableRule(),
            new WidthRule(),
            new OutlookRule(),
            new SizeRule(),
            new PreheaderRule(),
            new ListRule(),
            new LeftoverRule(),
            new PlainTextRule(),
            new SubjectRule());

    private EmailRules() {}

    /** Adds a finding wherever an e-mail breaks a rule. */
    public static void check(Publication publication, Issue issue, Email email, Findings findings) {
        Letter letter = new Letter(publication, issue, email);
        RULES.forEach(rule -> rule.check(letter, findings));
    }
}
