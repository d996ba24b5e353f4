package newsletter.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** What a check can be told about links. */
final class LinkOptions {
    private final Option<Boolean> offline =
            Option.flag("--offline", "ask nobody; what is remembered of links still counts");
    private final Option<Boolean> fresh =
            Option.flag("--fresh", "ask every link again, also what was found good in the last week");
    private final Option<Boolean> fixesMoved = Option.flag(
            "--fix-moved",
            "write the new address of links that have moved for good into the files, and print what was changed");
    private final Option<Optional<Path>> page = Option.of(
            "--report", Path.class, "FILE", "write what became of every link into FILE, a web page to pass on");
    private final Option<Optional<String>> since = Option.of(
            "--since", String.class, "COMMIT", "only links in lines that have changed since COMMIT; it takes git");

    void addTo(CommandSpec command) {
        Option.add(command, offline, fresh, fixesMoved, page, since);
    }

    boolean offline() {
        return offline.value();
    }

    boolean fresh() {
        return fresh.value();
    }

    boolean fixesMoved() {
        return fixesMoved.value();
    }

    /** Where a page about the links goes, if one is wanted. */
    Optional<Path> page() {
        return page.value();
    }

    /** The commit whose links are known, if only others are to be asked. */
    Optional<String> since() {
        return since.value();
    }
}
