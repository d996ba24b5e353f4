package newsletter.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.Authorship;
import newsletter.model.Written;

/** Collects the files that a page shows. */
final class Pictures {
    private final Path workspace;
    private final Authorship authorship;
    private final Map<String, Location> renamed = new HashMap<>();
    private final Findings findings;
    private final Map<String, Picture> byPath = new LinkedHashMap<>();

    /**
     * @param workspace below which all pictures lie
     * @param authorship where an editor named each, by its path below the workspace
     */
    Pictures(Path workspace, Authorship authorship, Findings findings) {
        this.workspace = workspace;
        this.authorship = authorship;
        this.findings = findings;
    }

    /**
     * Takes a file of the workspace along.
     *
     * @param source its path below the workspace
     * @param video whether a play mark is drawn into it
     * @return where it will lie beside the page; empty, with a finding, where it cannot be shown
     */
    Optional<String> take(String source, boolean video) {
        Path file = workspace.resolve(source).normalize();
        if (!file.startsWith(workspace) || !Files.isRegularFile(file)) {
            return missing(source);
        }
        try {
            return take(source, Files.readAllBytes(file), video);
        } catch (IOException e) {
            findings.add(
                    Code.UNREADABLE,
                    origin(source),
                    "the picture '" + source + "' cannot be read",
                    "look at its permissions");
            return Optional.empty();
        }
    }

    private Optional<String> missing(String source) {
        findings.add(
                Code.MISSING_PICTURE,
                origin(source),
                "a template shows '" + source + "', which is no file of the workspace",
                "correct its src, or put the picture there");
        return Optional.empty();
    }

    private Optional<String> take(String source, byte[] bytes, boolean video) {
        Optional<PictureFormat> format = PictureFormat.of(bytes);
        Optional<byte[]> shown = format.flatMap(known -> video ? PlayMark.draw(bytes, known) : Optional.of(bytes));
        if (format.isEmpty() || shown.isEmpty()) {
            findings.add(
                    Code.NOT_A_PICTURE,
                    origin(source),
                    "'" + source + "' is not a picture that mail programs show",
                    "save it anew as PNG or JPEG");
            return Optional.empty();
        }
        String ending = video && format.get() == PictureFormat.GIF
                ? PictureFormat.PNG.ending()
                : format.get().ending();
        String path = "images/" + name(source) + "-" + digest(shown.get()) + "." + ending;
        byPath.putIfAbsent(path, new Picture(path, shown.get()));
        authorship.written().at(source).ifPresent(at -> renamed.putIfAbsent(path, at));
        return Optional.of(path);
    }

    private Location origin(String source) {
        return authorship.written().at(source).orElse(authorship.page());
    }

    private static String name(String source) {
        String file = source.substring(source.lastIndexOf('/') + 1);
        String stem = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
        String plain =
                stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "picture" : plain;
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who wrote what of the page, now that its pictures have other names. */
    Authorship renamed() {
        return authorship.with(new Written(renamed));
    }

    /** All that were taken, in the order of the page. */
    List<Picture> all() {
        return List.copyOf(byPath.values());
    }
}
