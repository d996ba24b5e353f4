package newsletter.cli;

import java.time.Duration;

/** Numbers as people read them. */
final class Words {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private Words() {}

    static String recipients(long number) {
        return number == 1 ? "1 recipient" : number + " recipients";
    }

    static String messages(long number) {
        return number == 1 ? "1 message" : number + " messages";
    }

    /** What to say of rows that name a mailbox again; nothing where there is none. */
    static String repeated(long number) {
        return number == 0 ? "" : " (" + number + " on it twice)";
    }

    /** {@code 8 s}, {@code 3 min}, {@code 2 h 5 min}. */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < HOUR ? seconds / MINUTE + " min" : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
    }
}
