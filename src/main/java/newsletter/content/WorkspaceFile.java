package newsletter.content;

import java.nio.file.Path;

/**
 * A file of a workspace.
 *
 * @param name its path below the root, as {@link Workspace#name} gives it
 */
record WorkspaceFile(String name, Path path) {}
