package newsletter.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.model.Database;
import newsletter.model.DkimKey;
import newsletter.model.MailServer;
import newsletter.model.MailingList;
import newsletter.model.Publication;
import newsletter.parse.Binder;
import newsletter.parse.Yaml;
import newsletter.parse.YamlParser;

/**
 * What {@code newsletter.yaml} says about sending, filled from the environment. Apart from {@link Publication}, so that what is
 * secret never comes near a template.
 */
public final class Sending {
    private final Workspace workspace;
    private final Yaml.Mapping settings;
    private final Variables variables;
    private final Findings findings;

    private Sending(Workspace workspace, Yaml.Mapping settings, Variables variables, Findings findings) {
        this.workspace = workspace;
        this.settings = settings;
        this.variables = variables;
        this.findings = findings;
    }

    /** The settings of a workspace; empty, with findings, when they cannot be read. */
    public static Optional<Sending> read(Workspace workspace, Map<String, String> environment, Findings findings) {
        Optional<Source> source = workspace.read(workspace.resolve(Workspace.SETTINGS), findings);
        return source.flatMap(text -> YamlParser.parse(text, findings))
                .filter(Yaml.Mapping.class::isInstance)
                .map(root -> new Sending(workspace, (Yaml.Mapping) root, new Variables(environment), findings));
    }

    /**
     * The mail server; empty where there is none, or with findings.
     *
     * @throws newsletter.finding.Failure when a variable is missing
     */
    public Optional<MailServer> server() {
        return group(settings, "smtp").flatMap(smtp -> {
            Secrets.reject(smtp, findings);
            return new SmtpReader(findings).read(variables.fill("'smtp'", smtp));
        });
    }

    /** Whether messages are to be signed. */
    public boolean signs() {
        return group(settings, "dkim").isPresent();
    }

    /**
     * The key that messages are signed with; empty where there is none, or with findings.
     *
     * @throws newsletter.finding.Failure when a variable is missing
     */
    public Optional<DkimKey> dkim(Optional<Publication.Sender> sender) {
        return group(settings, "dkim").flatMap(dkim -> {
            Secrets.reject(dkim, findings);
            return new DkimReader(sender, findings).read(variables.fill("'dkim'", dkim), workspace);
        });
    }

    /**
     * The database that the ledger is kept in; empty where it is kept in a file.
     *
     * @throws newsletter.finding.Failure when a variable is missing
     */
    public Optional<Database> ledger() {
        return group(settings, "ledger").flatMap(ledger -> {
            Secrets.reject(ledger, findings);
            Binder binder = new Binder(variables.fill("'ledger'", ledger), "'ledger'", findings);
            return new DatabaseReader(findings).read(binder);
        });
    }

    /**
     * A list; empty where there is none of that name, or with findings.
     *
     * @throws newsletter.finding.Failure when a variable is missing
     */
    public Optional<MailingList> list(String name, Optional<Publication.Sender> sender) {
        Optional<Yaml.Mapping> group = group(settings, "lists").flatMap(lists -> group(lists, name));
        return group.flatMap(list -> {
            Secrets.reject(list, findings);
            return new ListReader(sender, findings).read(name, variables.fill("the list '" + name + "'", list));
        });
    }

    /** The names of all lists, in the order of the file. */
    public List<String> lists() {
        return group(settings, "lists")
                .map(lists -> List.copyOf(lists.members().keySet()))
                .orElse(List.of());
    }

    private static Optional<Yaml.Mapping> group(Yaml.Mapping mapping, String key) {
        return Optional.ofNullable(mapping.members().get(key))
                .map(Yaml.Member::value)
                .filter(Yaml.Mapping.class::isInstance)
                .map(Yaml.Mapping.class::cast);
    }
}
