package newsletter.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import newsletter.content.Workspace;
import newsletter.finding.Failure;
import newsletter.preview.Preview;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code newsletter preview}. */
final class PreviewCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Settings settings;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("preview");
    private final PositionalParamSpec issue = PositionalParamSpec.builder()
            .arity("0..1")
            .type(Optional.class)
            .auxiliaryTypes(String.class)
            .initialValue(Optional.empty())
            .paramLabel("ISSUE")
            .description("an issue's id or the path of its file (default: the newest)")
            .build();

    private final Option<Optional<Integer>> port = Option.of(
            "--port",
            Integer.class,
            "PORT",
            "the port to listen on (default: " + Preview.USUAL_PORT + ", or a free one)");
    private final Option<Optional<String>> host = Option.of(
            "--host",
            String.class,
            "ADDRESS",
            "listen on this address of the machine, so that others in the network can look, too");
    private final Option<Boolean> closed = Option.flag("--no-open", "do not open the browser");

    PreviewCommand(Surroundings surroundings, Settings settings) {
        this.surroundings = surroundings;
        this.settings = settings;
        spec.addPositional(issue);
        Option.add(spec, port, host, closed);
        spec.usageMessage()
                .header("Show an issue in the browser while it is written.")
                .description(
                        "",
                        "Serves a page on this machine that shows the issue as it will be sent, in every width, in the dark,"
                                + " without pictures, as text, as Outlook reads it, and all that 'check' finds beside it. It"
                                + " follows whatever is saved, checks links on a button, and leaves the files alone. Ctrl-C"
                                + " ends it.")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  newsletter preview                     the newest issue",
                        "  newsletter preview 2018-09 --no-open   that issue, without opening the browser",
                        "  newsletter preview --host 0.0.0.0      for a phone in the same network, too");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Workspace workspace = settings.workspace(surroundings, spec.commandLine());
        ProofMaker maker = new ProofMaker(workspace, surroundings);
        OptionalInt wanted = port.value().map(OptionalInt::of).orElseGet(OptionalInt::empty);
        try (Preview preview = Preview.start(place(), wanted, workspace.root(), Workspace.SOURCES, maker)) {
            announce(preview);
            preview.run(id());
        }
        return ExitCode.DONE.status();
    }

    private Preview.Place place() {
        Optional<String> name = host.value();
        try {
            return name.isPresent()
                    ? new Preview.Place(InetAddress.getByName(name.get()), name)
                    : Preview.Place.loopback();
        } catch (UnknownHostException e) {
            throw new Failure("there is no address '" + name.orElseThrow() + "' on this machine", e);
        }
    }

    private void announce(Preview preview) {
        if (port.value().isEmpty() && preview.port() != Preview.USUAL_PORT) {
            say("port " + Preview.USUAL_PORT + " is taken, so another one is used");
        }
        host.value()
                .ifPresent(address ->
                        say("warning: everybody in the network can read the newsletter while this runs (--host "
                                + address + ")"));
        String url = "http://" + address() + ":" + preview.port() + "/"
                + id().map(id -> "?issue=" + id).orElse("");
        surroundings.out().println(url);
        surroundings.out().flush();
        if (!settings.isQuiet()) {
            say("the page follows what you save; Ctrl-C ends it");
        }
        if (!closed.value() && surroundings.isTerminal()) {
            Browser.open(url);
        }
    }

    private void say(String sentence) {
        surroundings.err().println(sentence);
        surroundings.err().flush();
    }

    private String address() {
        return host.value()
                .filter(name -> !name.equals("0.0.0.0") && !name.equals("::"))
                .map(name -> name.contains(":") ? "[" + name + "]" : name)
                .orElse("127.0.0.1");
    }

    private Optional<String> id() {
        return issue.<Optional<String>>getValue().map(PreviewCommand::name);
    }

    /** An issue may be named by the path of its file. */
    private static String name(String issue) {
        String file = issue.replace('\\', '/');
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
    }
}
