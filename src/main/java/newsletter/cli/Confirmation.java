package newsletter.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import newsletter.finding.Failure;

/** Has somebody say that an issue is to go to readers: by typing the list's name, or by knowing how many they are. */
final class Confirmation {
    private final Surroundings surroundings;
    private final Optional<Long> yes;

    /** @param yes how many recipients there must be, where nobody is to be asked */
    Confirmation(Surroundings surroundings, Optional<Long> yes) {
        this.surroundings = surroundings;
        this.yes = yes;
    }

    /** @throws Refused when nobody says so */
    void ask(Outgoing outgoing, String list, long recipients) throws Refused {
        if (yes.isPresent()) {
            check(list, recipients, yes.get());
        } else if (!surroundings.isTerminal()) {
            throw new Refused(
                    "nobody is there to type the list's name: give the number of its recipients, --yes " + recipients);
        } else {
            askPerson(outgoing, list, recipients);
        }
    }

    private static void check(String list, long recipients, long expected) throws Refused {
        if (expected != recipients) {
            throw new Refused("the list '" + list + "' has " + Words.recipients(recipients) + ", not " + expected
                    + ": see whether that is right, then give --yes " + recipients);
        }
    }

    private void askPerson(Outgoing outgoing, String list, long recipients) throws Refused {
        surroundings
                .err()
                .print(outgoing.id() + ", \"" + outgoing.letter().subject() + "\", goes to "
                        + Words.recipients(recipients) + ". Type the list's name to send it: ");
        surroundings.err().flush();
        if (!list.equals(line())) {
            throw new Refused("that is not the list's name: give the command again, and type '" + list + "'");
        }
    }

    private String line() {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
            return Optional.ofNullable(in.readLine()).orElse("").strip();
        } catch (IOException e) {
            throw new Failure("cannot read what is typed: " + e.getMessage(), e);
        }
    }
}
