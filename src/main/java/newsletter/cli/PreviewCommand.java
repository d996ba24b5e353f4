package newsletter.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import newsletter.content.Workspace;
import newsletter.finding.Failure;
import newsletter.preview.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code newsletter preview}. */
@Command(
        name = PreviewCommand.NAME,
        addMethodSubcommands = false,
        header = "Show an issue in the browser while it is written.",
        description = {
            "",
            "Serves a page on this machine that shows the issue as it will be sent, in every width, in the dark, without"
                    + " pictures, as text, as Outlook reads it, and all that 'check' finds beside it. It follows whatever is"
                    + " saved, checks links on a button, and leaves the files alone. Ctrl-C ends it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  newsletter preview                     the newest issue",
            "  newsletter preview 2018-09 --no-open   that issue, without opening the browser",
            "  newsletter preview --host 0.0.0.0      for a phone in the same network, too"
        })
final class PreviewCommand implements Callable<Integer> {
    static final String NAME = "preview";

    private final Surroundings surroundings;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything runs.
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ISSUE",
            description = "an issue's id or the path of its file (default: the newest)")
    private Optional<String> issue = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "the port to listen on (default: " + Preview.USUAL_PORT + ", or a free one)")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "listen on this address of the machine, so that others in the network can look, too")
    private Optional<String> host = Optional.empty();

    @Option(names = "--no-open", description = "do not open the browser")
    private boolean closed;

    PreviewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Workspace workspace = root.settings().workspace(surroundings, spec.commandLine());
        ProofMaker maker = new ProofMaker(workspace, surroundings);
        OptionalInt wanted = port.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        try (Preview preview = Preview.start(place(), wanted, workspace.root(), Workspace.SOURCES, maker)) {
            announce(preview);
            preview.run();
        }
        return ExitCode.DONE.status();
    }

    private Preview.Place place() {
        try {
            return host.isPresent()
                    ? new Preview.Place(InetAddress.getByName(host.get()), host)
                    : Preview.Place.loopback();
        } catch (UnknownHostException e) {
            throw new Failure("there is no address '" + host.orElseThrow() + "' on this machine", e);
        }
    }

    private void announce(Preview preview) {
        if (port.isEmpty() && preview.port() != Preview.USUAL_PORT) {
            say("port " + Preview.USUAL_PORT + " is taken, so another one is used");
        }
        host.ifPresent(address -> say(
                "warning: everybody in the network can read the newsletter while this runs (--host " + address + ")"));
        String url = "http://" + address() + ":" + preview.port() + "/"
                + issue.map(id -> "?issue=" + name(id)).orElse("");
        surroundings.out().println(url);
        surroundings.out().flush();
        if (!root.settings().isQuiet()) {
            say("the page follows what you save; Ctrl-C ends it");
        }
        if (!closed && surroundings.isTerminal()) {
            Browser.open(url);
        }
    }

    private void say(String sentence) {
        surroundings.err().println(sentence);
        surroundings.err().flush();
    }

    private String address() {
        return host.filter(name -> !name.equals("0.0.0.0") && !name.equals("::"))
                .map(name -> name.contains(":") ? "[" + name + "]" : name)
                .orElse("127.0.0.1");
    }

    /** An issue may be named by the path of its file. */
    private static String name(String issue) {
        String file = issue.replace('\\', '/');
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
    }
}
