package newsletter.preview;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lock that git holds while it changes files of a working tree, so that a checkout of hundreds of them is one change.
 *
 * @param file empty outside of a working tree
 */
record GitLock(Optional<Path> file) {
    private static final String FOLDER = ".git";

    /** That of the working tree around a folder. A linked tree, where {@code .git} is a file, is only seen to be quiet. */
    static GitLock around(Path folder) {
        return new GitLock(Stream.iterate(Optional.of(folder), Optional::isPresent, at -> at.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(at -> at.resolve(FOLDER))
                .filter(Files::exists)
                .findFirst()
                .map(git -> git.resolve("index.lock")));
    }

    /** Whether git is at work. */
    boolean isHeld() {
        return file.filter(Files::exists).isPresent();
    }
}
