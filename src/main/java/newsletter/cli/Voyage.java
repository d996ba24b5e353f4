package newsletter.cli;

import java.util.Map;
import java.util.Optional;
import newsletter.send.Mailing;
import newsletter.send.Sender;
import newsletter.send.State;

/** A send under way: watched, stopped by Ctrl-C without breaking anything off, and told of at its end. */
final class Voyage {
    private final Surroundings surroundings;
    private final Reporter reporter;
    private final Mailing mailing;
    private final Sender sender;

    Voyage(Surroundings surroundings, Reporter reporter, Mailing mailing, Sender sender) {
        this.surroundings = surroundings;
        this.reporter = reporter;
        this.mailing = mailing;
        this.sender = sender;
    }

    /**
     * Sends to the end, or until there is a reason to stop.
     *
     * @param what is sent, and to whom
     * @param ledger where it is written down
     */
    @SuppressWarnings("try") // The interruption only has to be there.
    ExitCode run(String what, String ledger) {
        try (Interruption interruption = new Interruption(() -> sender.stop("it was interrupted"))) {
            long waiting = mailing.counts().getOrDefault(State.WAITING, 0L);
            SendProgress progress = new SendProgress(surroundings, waiting);
            Optional<String> stopped = send(progress);
            return tell(what, ledger, progress, stopped);
        }
    }

    @SuppressWarnings("try")
    private Optional<String> send(SendProgress progress) {
        sender.watch(progress::count);
        try (SendProgress shown = progress.show()) {
            return sender.run();
        }
    }

    private ExitCode tell(String what, String ledger, SendProgress progress, Optional<String> stopped) {
        Map<State, Long> counts = mailing.counts();
        reporter.say(what + ": " + counts(counts) + " · " + progress.pace() + " · ledger: " + ledger);
        mailing.failures().forEach((reason, number) -> reporter.say("  " + number + " failed: " + reason));
        stopped.ifPresent(reason -> surroundings.err().println("newsletter: the send stopped: " + reason));
        advise(counts, stopped.isPresent());
        return exit(counts, stopped.isPresent());
    }

    private static String counts(Map<State, Long> counts) {
        StringBuilder line = new StringBuilder(counts.get(State.SENT) + " sent");
        append(line, counts, State.FAILED, "failed");
        append(line, counts, State.UNSURE, "unsure");
        append(line, counts, State.WAITING, "waiting");
        return line.toString();
    }

    private static void append(StringBuilder line, Map<State, Long> counts, State state, String word) {
        long number = counts.getOrDefault(state, 0L);
        if (number > 0) {
            line.append(", ").append(number).append(' ').append(word);
        }
    }

    private void advise(Map<State, Long> counts, boolean stopped) {
        if (counts.getOrDefault(State.UNSURE, 0L) > 0) {
            surroundings
                    .err()
                    .println("of the unsure nobody knows whether the server took the message: 'newsletter deliveries"
                            + " --each' names them, --resend-unsure sends to them again");
        }
        if (stopped || counts.getOrDefault(State.WAITING, 0L) > 0) {
            surroundings.err().println("the same command goes on with it");
        }
    }

    private static ExitCode exit(Map<State, Long> counts, boolean stopped) {
        boolean open = counts.getOrDefault(State.UNSURE, 0L) + counts.getOrDefault(State.WAITING, 0L) > 0;
        boolean nobody = counts.getOrDefault(State.SENT, 0L) == 0;
        return stopped || open || nobody ? ExitCode.SURROUNDINGS : ExitCode.DONE;
    }
}
