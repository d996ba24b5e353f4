package newsletter.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a check can be told about links. */
@Command(addMethodSubcommands = false)
final class LinkOptions {
    @Option(names = "--offline", description = "ask nobody; what is remembered of links still counts")
    private boolean offline;

    @Option(names = "--fresh", description = "ask every link again, also what was found good in the last week")
    private boolean fresh;

    @Option(
            names = "--fix-moved",
            description =
                    "write the new address of links that have moved for good into the files, and print what was changed")
    private boolean fixesMoved;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "write what became of every link into FILE, a web page to pass on")
    private Optional<Path> page = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "COMMIT",
            description = "only links in lines that have changed since COMMIT; it takes git")
    private Optional<String> since = Optional.empty();

    boolean offline() {
        return offline;
    }

    boolean fresh() {
        return fresh;
    }

    boolean fixesMoved() {
        return fixesMoved;
    }

    /** Where a page about the links goes, if one is wanted. */
    Optional<Path> page() {
        return page;
    }

    /** The commit whose links are known, if only others are to be asked. */
    Optional<String> since() {
        return since;
    }
}
