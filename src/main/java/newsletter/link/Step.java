package newsletter.link;

import java.time.Duration;

/** What is to be done next for a visit. */
sealed interface Step {
    /** Ask at once where the visit now stands. */
    record Ask() implements Step {}

    /** Ask again, after all others who wait for the host. */
    record Later() implements Step {}

    /**
     * Ask again, but let the host alone first.
     *
     * @param otherwise what it came to, if that is longer than we wait
     */
    record Wait(Duration time, Outcome otherwise) implements Step {}

    /** Try once more when all the others are done; what fails in passing has often passed by then. */
    record PutOff() implements Step {}

    /** Nothing; it is settled. */
    record Settle(Outcome outcome) implements Step {}
}
