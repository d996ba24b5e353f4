package newsletter.preview;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import newsletter.finding.Failure;

/**
 * Makes the issues that somebody looks at, keeps the last good page of each, and tells who looks when there is something new.
 * Thread-safe; makes one issue at a time.
 */
final class Press {
    private static final String BUG =
            "this is a bug in newsletter, not a mistake of yours: please report it with what 'newsletter -vv check' prints";

    private final Maker maker;
    private final Map<Optional<String>, Desk> desks = new ConcurrentHashMap<>();
    private final Prints prints = new Prints();

    Press(Maker maker) {
        this.maker = maker;
    }

    /** What came of the last try, and who wants to know of the next. */
    private static final class Desk {
        private final Listeners listeners = new Listeners();
        private Optional<String> bulletin = Optional.empty();
        private boolean expected;
    }

    /** Makes an issue for whoever will look at it first. */
    synchronized void expect(Optional<String> issue) {
        desk(issue).expected = true;
    }

    /** Tells a reader of an issue what it comes to, now and whenever that changes. Who loads a tab again has it made anew. */
    synchronized void join(Optional<String> issue, EventStream reader) {
        Desk desk = desk(issue);
        desk.expected = false;
        desk.listeners.add(reader);
        desk.bulletin.ifPresent(reader::send);
    }

    private Desk desk(Optional<String> issue) {
        Desk desk = desks.computeIfAbsent(issue, unknown -> new Desk());
        if (desk.listeners.isEmpty() && !desk.expected) {
            desk.bulletin = Optional.of(make(issue, Optional.empty(), unseen -> {}));
        }
        return desk;
    }

    /** Tells a reader nothing more. */
    void leave(Optional<String> issue, EventStream reader) {
        Desk desk = desks.get(issue);
        if (desk != null) {
            desk.listeners.remove(reader);
        }
    }

    /**
     * Makes all issues anew that somebody looks at.
     *
     * @param changed all files that have changed since the last time, and perhaps others; empty when it may be any
     * @param outdated asked when an issue is made: whether it is not worth being told any more
     * @return whether everybody has been told
     */
    synchronized boolean refresh(Optional<Set<Path>> changed, BooleanSupplier outdated) {
        desks.values().removeIf(desk -> desk.listeners.isEmpty());
        boolean told = true;
        for (Map.Entry<Optional<String>, Desk> looked : desks.entrySet()) {
            told &= refresh(looked.getKey(), looked.getValue(), changed, outdated);
        }
        return told;
    }

    private boolean refresh(Optional<String> issue, Desk desk, Optional<Set<Path>> changed, BooleanSupplier outdated) {
        String bulletin = make(issue, changed, print -> {
            if (!outdated.getAsBoolean()) {
                desk.listeners.send(Bulletin.ofPage(print));
            }
        });
        boolean late = outdated.getAsBoolean();
        if (!late && !desk.bulletin.equals(Optional.of(bulletin))) {
            desk.bulletin = Optional.of(bulletin);
            desk.listeners.send(bulletin);
        }
        return !late;
    }

    /** Whether texts are as they were when something was made the last time; reads them all. Not where that cannot be told. */
    synchronized boolean isCurrent() {
        try {
            return maker.isCurrent();
        } catch (RuntimeException e) {
            return false; // Whoever makes an issue of them says why.
        }
    }

    /**
     * Asks servers for the links of an issue, tells how far that has come, and then makes all issues anew that somebody looks at.
     * Ends soon when the thread is interrupted.
     */
    void askLinks(Optional<String> issue, EventStream reader) {
        try {
            maker.askLinks(issue, (done, total) -> reader.send(Bulletin.ofTally(done, total)));
            Thread.interrupted(); // It was the asking that had to end.
            refresh(Optional.empty(), () -> false);
        } catch (Failure e) {
            reader.send(Bulletin.ofTrouble(String.valueOf(e.getMessage())));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            reader.send(Bulletin.ofTrouble(BUG));
        }
    }

    /** The last good page of an issue, made now where nobody looks at it. */
    Optional<Print> print(String issue) {
        boolean looked = desks.values().stream().anyMatch(desk -> !desk.listeners.isEmpty());
        if (!looked || prints.of(issue).isEmpty()) {
            makeAnew(issue);
        }
        return prints.of(issue);
    }

    private synchronized void makeAnew(String issue) {
        make(Optional.of(issue), Optional.empty(), unseen -> {});
    }

    /**
     * Whatever an editor types, the preview goes on: it says what is wrong and waits for the next change.
     *
     * @param show told of the page when there is one, before all is known that is wrong with it
     */
    private String make(Optional<String> issue, Optional<Set<Path>> changed, Consumer<Print> show) {
        try {
            Proof proof = maker.make(issue, changed, sheet -> {
                Print print = new Print(sheet);
                prints.keep(print);
                show.accept(print);
            });
            return Bulletin.of(proof, proof.issue().flatMap(prints::of));
        } catch (Failure e) {
            return Bulletin.ofTrouble(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Bulletin.ofTrouble(BUG);
        }
    }
}
