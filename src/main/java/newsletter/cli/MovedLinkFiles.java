package newsletter.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import newsletter.content.Workspace;
import newsletter.finding.Failure;
import newsletter.finding.Source;
import newsletter.link.LinkReport;
import newsletter.link.MovedLinks;

/** Writes the new addresses of moved links into the files of a workspace, each file in one step. */
final class MovedLinkFiles {
    private final Workspace workspace;

    MovedLinkFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Rewrites the files.
     *
     * @return what was changed; a place in the built-in templates cannot be
     * @throws Failure when a file cannot be written; it is as it was then
     */
    List<MovedLinks.Change> rewrite(LinkReport report) {
        MovedLinks moved = new MovedLinks(report);
        List<MovedLinks.Change> made = new ArrayList<>();
        for (Source source : moved.sources()) {
            Path file = workspace.resolve(source.path());
            if (Files.isRegularFile(file)) {
                made.addAll(rewrite(file, source, moved));
            }
        }
        return made;
    }

    private static List<MovedLinks.Change> rewrite(Path file, Source source, MovedLinks moved) {
        try {
            MovedLinks.Rewritten rewritten = moved.rewrite(source.path(), Files.readString(file));
            if (!rewritten.made().isEmpty()) {
                replace(file.toRealPath(), rewritten.text());
            }
            return rewritten.made();
        } catch (IOException e) {
            throw new Failure("cannot write " + source.path() + ": " + e.getMessage(), e);
        }
    }

    /** A process that dies in it leaves the old file or the new one. Permissions stay; of a link, the file behind it changes. */
    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
