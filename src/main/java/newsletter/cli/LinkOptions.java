package newsletter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a check can be told about links. */
@Command
final class LinkOptions {
    @Option(names = "--offline", description = "ask nobody; what is remembered of links still counts")
    private boolean offline;

    @Option(names = "--fresh", description = "ask every link again, also what was found good in the last week")
    private boolean fresh;

    boolean offline() {
        return offline;
    }

    boolean fresh() {
        return fresh;
    }
}
