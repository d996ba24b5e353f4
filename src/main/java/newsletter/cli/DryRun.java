package newsletter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import newsletter.content.Workspace;
import newsletter.finding.Failure;
import newsletter.model.Recipient;
import newsletter.send.Composition;

/** Writes the first messages of a send into a folder, where mail programs open them. */
final class DryRun {
    private static final String FOLDER = "dry-run";

    private final Path folder;

    DryRun(Workspace workspace) {
        this.folder = workspace.resolve(Workspace.OUTPUT).resolve(FOLDER);
    }

    /**
     * Writes messages, in place of those of an earlier dry run.
     *
     * @param most how many at most
     * @return the folder
     */
    Path write(Stream<Recipient> recipients, Composition composition, long most) {
        try {
            clear();
            Files.createDirectories(folder);
            Iterator<Recipient> first = recipients.limit(most).iterator();
            for (int number = 1; first.hasNext(); number++) {
                Recipient recipient = first.next();
                Files.write(folder.resolve(name(number, recipient)), composition.apply(recipient));
            }
            return folder;
        } catch (IOException e) {
            throw new Failure("cannot write " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String name(int number, Recipient recipient) {
        return String.format(Locale.ROOT, "%04d-%s.eml", number, recipient.key().replaceAll("[^a-z0-9.@-]", "_"));
    }

    private void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
