package newsletter.cli;

/** What the process's exit status says. */
public enum ExitCode {
    /** Done; warnings may have been printed. */
    DONE(0),
    /** The content, the issue or its links have errors. */
    FINDINGS(1),
    /** The command line is wrong. */
    USAGE(2),
    /** The surroundings failed: a server, a port, a disk, a missing variable. */
    SURROUNDINGS(3),
    /** A bug of ours (EX_SOFTWARE of sysexits.h). */
    BUG(70);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /** The number that the process exits with. */
    public int status() {
        return status;
    }
}
