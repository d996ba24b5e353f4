package newsletter.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a message is handed to a server that was greeted: RFC 5321, 3.3, and where the server offers it without waiting for each
 * answer (PIPELINING, RFC 2920), so that a message takes two round trips and not four. The bytes go out as they are. For one
 * thread.
 */
final class Handover {
    private static final byte[] NOTHING = {'.', '\r', '\n'};
    private static final int DONE = 2;
    private static final int GO_ON = 3;

    /** The first digits of the answers with which it goes on: to MAIL, to RCPT, to DATA. */
    private static final List<Integer> EXPECTED = List.of(DONE, DONE, GO_ON);

    private final Wire wire;
    private final boolean pipelining;
    private final Stuffing outgoing = new Stuffing();

    /** @param pipelining whether the server takes several commands at once */
    Handover(Wire wire, boolean pipelining) {
        this.wire = wire;
        this.pipelining = pipelining;
    }

    /**
     * Hands a message over. After {@link Answer.Broken}, and an answer that is closing, the connection is of no use any more.
     *
     * @param from where failures go
     * @param parameters what the server is told of the message beside the sender (RFC 5321, 4.1.1.11); each with a blank before it
     * @param message lines end in CRLF
     */
    Answer send(String from, String parameters, Destination to, byte[] message) {
        try {
            if (!wire.isQuiet()) {
                return new Answer.Broken(false, "the server spoke without being asked");
            }
            List<String> commands =
                    List.of("MAIL FROM:<" + from + ">" + parameters, "RCPT TO:<" + to.address() + ">", "DATA");
            Wire.Reply answer = pipelining ? together(commands) : oneByOne(commands);
            if (!answer.is(GO_ON)) {
                return answer(answer, false);
            }
            outgoing.take(message);
            wire.write(outgoing.bytes(), outgoing.length());
        } catch (IOException e) {
            return new Answer.Broken(false, reason(e));
        }
        // From here on the server may have it.
        try {
            return answer(wire.reply(), true);
        } catch (IOException e) {
            return new Answer.Broken(true, reason(e));
        }
    }

    /** The answer to DATA, or the first with which it cannot go on. */
    private Wire.Reply oneByOne(List<String> commands) throws IOException {
        Wire.Reply reply = new Wire.Reply(0, "");
        for (int index = 0; index < commands.size(); index++) {
            say(commands.get(index));
            reply = wire.reply();
            if (!reply.is(EXPECTED.get(index))) {
                reset(reply);
                break;
            }
        }
        return reply;
    }

    private Wire.Reply together(List<String> commands) throws IOException {
        say(String.join("\r\n", commands));
        Wire.Reply first = wire.reply();
        boolean goesOn = first.is(EXPECTED.get(0));
        for (int index = 1; index < commands.size() && !isClosing(first); index++) {
            Wire.Reply reply = wire.reply();
            if (!goesOn && reply.is(GO_ON)) {
                // It waits for a message that nobody would get (RFC 2920, 3.1).
                wire.write(NOTHING, NOTHING.length);
                wire.reply();
            }
            if (goesOn) {
                first = reply;
                goesOn = reply.is(EXPECTED.get(index));
            }
        }
        if (!goesOn) {
            reset(first);
        }
        return first;
    }

    /** Takes back what the server remembers of a message that it did not take. */
    private void reset(Wire.Reply refusal) throws IOException {
        if (!isClosing(refusal)) {
            say("RSET");
            wire.reply();
        }
    }

    private static boolean isClosing(Wire.Reply reply) {
        return new Answer.Rejected(reply.code(), "").isClosing();
    }

    private void say(String commands) throws IOException {
        byte[] bytes = (commands + "\r\n").getBytes(StandardCharsets.UTF_8);
        wire.write(bytes, bytes.length);
    }

    private static Answer answer(Wire.Reply reply, boolean over) {
        if (over && reply.is(DONE)) {
            return new Answer.Accepted(reply.text());
        }
        return reply.code() >= Answer.Rejected.LEAST_CODE
                ? new Answer.Rejected(reply.code(), reply.text())
                : new Answer.Broken(over, "the server answered out of turn: " + reply.text());
    }

    private static String reason(IOException problem) {
        return String.valueOf(problem.getMessage());
    }
}
