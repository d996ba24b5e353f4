package newsletter.send;

import java.util.Arrays;

/** Where a delivery stands. The numbers are those of the ledger's table, and stay as they are. */
public enum State {
    /** To be sent, now or when its pause is over. */
    WAITING(0),
    /** Being handed to the server. After a death of the sender nobody knows whether the server took it. */
    SENDING(1),
    /** Taken by the server, which is responsible for it from then on (RFC 5321, 4.2.5). */
    SENT(2),
    /** Refused for good. */
    FAILED(3),
    /** The sender died, or the connection broke, between the end of the message and the server's answer. */
    UNSURE(4),
    /** Not sent, and no longer on the list. */
    WITHDRAWN(5);

    private final int number;

    State(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** @throws IllegalArgumentException when there is no state of that number */
    static State of(int number) {
        return Arrays.stream(values())
                .filter(state -> state.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state has the number " + number));
    }
}
