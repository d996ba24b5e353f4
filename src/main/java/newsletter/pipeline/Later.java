package newsletter.pipeline;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when somebody first wants it; what it is made of is let go then. Thread-safe.
 *
 * @param <T> what it is
 */
final class Later<T> {
    private @Nullable Supplier<T> maker;
    private @Nullable T made;

    Later(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (maker != null) {
            made = maker.get();
            maker = null;
        }
        return Objects.requireNonNull(made);
    }
}
