package newsletter.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The history of a workspace, as git knows it. */
final class History {
    /** What git exits with when it cannot go on at all. */
    private static final int FATAL = 128;

    private final Path workspace;
    private final String program;

    /** @param program git by its name or path */
    History(Path workspace, String program) {
        this.workspace = workspace;
        this.program = program;
    }

    /** Why nothing is known of the past; the message is one sentence in lower case, the hint what to do about it. */
    static final class UnknownException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String hint;

        UnknownException(String message, String hint) {
            super(message);
            this.hint = hint;
        }

        String hint() {
            return hint;
        }
    }

    /**
     * What is written otherwise now, or was not there, at a commit.
     *
     * @param commit a name or a number of it
     * @throws UnknownException when git is not there, or the commit is not
     */
    ChangedLines since(String commit) throws UnknownException {
        String number = number(commit);
        String diff = git(
                "diff",
                "--unified=0",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
                "--find-renames",
                "--src-prefix=a/",
                "--dst-prefix=b/",
                "--relative",
                number,
                "--");
        return ChangedLines.of(diff, git("ls-files", "--others", "--exclude-standard", "-z"));
    }

    private String number(String commit) throws UnknownException {
        Answer answer = ask("rev-parse", "--verify", "--quiet", commit + "^{commit}");
        if (answer.exit() == FATAL && !commit.startsWith("-")) {
            throw new UnknownException(
                    "this is no git repository, so nobody knows what has changed since '" + commit + "'",
                    "leave --since out, or check a clone of the repository");
        }
        if (answer.exit() != 0 || !answer.text().matches("[0-9a-f]+\\s*")) {
            throw new UnknownException(
                    "there is no commit '" + commit + "'",
                    "look for it with 'git log'; a CI server may have to fetch more than the newest commit");
        }
        return answer.text().strip();
    }

    private String git(String... arguments) throws UnknownException {
        Answer answer = ask(arguments);
        if (answer.exit() != 0) {
            throw new UnknownException("git cannot tell what has changed", "try 'git " + arguments[0] + "' yourself");
        }
        return answer.text();
    }

    private record Answer(int exit, String text) {}

    /** Without a monitor of the file system: the settings of a repository may name any program for one. */
    private Answer ask(String... arguments) throws UnknownException {
        List<String> command =
                new ArrayList<>(List.of(program, "-c", "core.quotePath=false", "-c", "core.fsmonitor=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workspace.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException e) {
            throw new UnknownException(
                    "git is not there, which knows what has changed", "install git, or leave --since out");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownException("the check was stopped", "check again");
        }
    }
}
