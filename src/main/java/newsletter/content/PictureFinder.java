package newsletter.content;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Suggestion;
import newsletter.model.PictureRef;

/**
 * Finds the files of pictures: beside the file that names them, or under {@code content/}. Nothing outside the workspace. What is
 * on the web stays there.
 */
final class PictureFinder {
    private final Workspace workspace;
    private final Findings findings;
    private final AltTexts altTexts;
    private final Map<PictureRef, String> found = new LinkedHashMap<>();

    PictureFinder(Workspace workspace, Findings findings) {
        this.workspace = workspace;
        this.findings = findings;
        this.altTexts = new AltTexts(findings);
    }

    /** Looks for a picture; a finding where it is not there, or nothing is said of what is seen on it. */
    void find(PictureRef picture) {
        if (found.containsKey(picture)) {
            return;
        }
        Optional<String> place = picture.isRemote()
                ? Optional.of(picture.target())
                : locate(picture).map(workspace::name);
        if (place.isPresent()) {
            found.put(picture, place.get());
            altTexts.judge(picture);
        } else if (picture.target().regionMatches(true, 0, "data:", 0, 5)) {
            reportWithin(picture);
        } else {
            reportMissing(picture);
        }
    }

    /** What was found, by what it was called: a path below the workspace, or an address on the web. */
    Map<PictureRef, String> found() {
        return found;
    }

    private Optional<Path> locate(PictureRef picture) {
        try {
            return places(picture)
                    .map(folder -> folder.resolve(picture.target()).normalize())
                    .filter(file -> file.startsWith(workspace.root()) && Files.isRegularFile(file))
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Stream<Path> places(PictureRef picture) {
        return Stream.of(folder(picture), workspace.resolve(Workspace.CONTENT));
    }

    private Path folder(PictureRef picture) {
        Path file = workspace.resolve(picture.at().source().path());
        return Optional.ofNullable(file.getParent()).orElse(workspace.root());
    }

    private void reportWithin(PictureRef picture) {
        findings.add(
                Code.DATA_PICTURE,
                picture.at(),
                "a picture is written into the text itself (data:), and most mail programs do not show it",
                "save it as a file beside " + picture.at().source().path() + " and name the file instead");
    }

    private void reportMissing(PictureRef picture) {
        String target = picture.target();
        String name = target.substring(target.lastIndexOf('/') + 1);
        List<String> names = workspace.files(Workspace.CONTENT).stream()
                .map(file -> file.path().getFileName().toString())
                .filter(file -> !EntryReader.isEntry(file))
                .toList();
        String hint = Suggestion.nearest(name, names)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("put it beside " + picture.at().source().path() + ", or under content/");
        findings.add(Code.MISSING_PICTURE, picture.at(), "there is no picture '" + target + "'", hint);
    }
}
