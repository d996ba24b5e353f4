package newsletter.email.picture;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;

/**
 * The files that one page shows, each developed for the width in which it is shown: twice as many pixels, for screens that have
 * them, but never more than there are.
 */
public final class Pictures {
    /** Below the workspace. */
    private static final String CACHE = ".newsletter/pictures";

    private static final int PIXELS_PER_CSS_PIXEL = 2;
    private static final int KILOBYTE = 1024;

    /** In bytes, after development. */
    private static final int HEAVY = 200 * KILOBYTE;

    /** In bytes, all of a page's together. */
    private static final int HEAVY_TOGETHER = 1024 * KILOBYTE;

    private final PictureReader reader;
    private final PictureCache cache;
    private final Findings findings;
    private final Map<String, Optional<ShownPicture>> taken = new HashMap<>();
    private final Map<String, Named> byPath = new LinkedHashMap<>();

    /**
     * @param workspace below which all pictures lie
     * @param findings where those that cannot be shown go, and those that are shown badly
     */
    public Pictures(Path workspace, Findings findings) {
        this.reader = new PictureReader(workspace, findings);
        this.cache = new PictureCache(workspace.resolve(CACHE), Clock.systemUTC());
        this.findings = findings;
    }

    private record Named(Picture picture, PictureRequest request) {
        int weight() {
            return picture.bytes().length;
        }
    }

    /** Takes a picture along: how it is shown; empty, with a finding, where it cannot be. */
    public Optional<ShownPicture> take(PictureRequest request) {
        Optional<ShownPicture> known = taken.get(request.key());
        if (known != null) {
            return known;
        }
        Optional<ShownPicture> shown =
                reader.read(request.source(), request.at()).flatMap(file -> take(file, request));
        taken.put(request.key(), shown);
        return shown;
    }

    private Optional<ShownPicture> take(PictureFile file, PictureRequest request) {
        int width = request.shownWidth(file.size());
        reportSmall(file.size(), width, request);
        // A width that a template made up may be any number.
        int pixels =
                (int) Math.min((long) width * PIXELS_PER_CSS_PIXEL, file.size().width());
        String key = Digest.hex(Darkroom.VERSION + " " + pixels + " " + request.video() + "\n", file.bytes());
        try {
            Picture picture = named(key, developed(key, file, pixels, request.video()), request.source());
            add(picture, file, request);
            return Optional.of(
                    new ShownPicture(picture.path(), width, file.size().heightAt(width)));
        } catch (BrokenPictureException e) {
            return reader.reportBroken(request.source(), request.at(), e);
        }
    }

    private byte[] developed(String key, PictureFile file, int width, boolean video) throws BrokenPictureException {
        Optional<byte[]> kept =
                cache.find(key).filter(bytes -> PictureFormat.of(bytes).isPresent());
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] picture = new Darkroom().develop(file, width, video);
        cache.keep(key, picture);
        return picture;
    }

    private static Picture named(String key, byte[] bytes, String source) {
        String ending = PictureFormat.of(bytes).orElseThrow().ending();
        return new Picture(Picture.FOLDER + stem(source) + "-" + key.substring(0, 8) + "." + ending, bytes);
    }

    private static String stem(String source) {
        String file = source.substring(source.lastIndexOf('/') + 1);
        String stem = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
        String plain =
                stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "picture" : plain;
    }

    private void add(Picture picture, PictureFile file, PictureRequest request) {
        Named named = new Named(picture, request);
        if (byPath.putIfAbsent(picture.path(), named) == null) {
            reportAnimated(file, request);
            reportHeavy(named);
        }
    }

    private void reportSmall(Size size, int width, PictureRequest request) {
        if (size.width() < width) {
            findings.add(
                    Code.PICTURE_SMALL,
                    request.at(),
                    "the picture '" + request.source() + "' is " + size.width() + " pixels wide and shown " + width
                            + " wide, so it looks blurred",
                    "take one that is " + (long) width * PIXELS_PER_CSS_PIXEL + " pixels wide");
        }
    }

    private void reportAnimated(PictureFile file, PictureRequest request) {
        if (file.isAnimated() && !request.video()) {
            findings.add(
                    Code.PICTURE_ANIMATED,
                    request.at(),
                    "the picture '" + request.source() + "' is animated and sent in its full size",
                    "Outlook for Windows shows its first image alone: see that it tells enough");
        }
    }

    private void reportHeavy(Named named) {
        if (named.weight() > HEAVY) {
            findings.add(
                    Code.PICTURE_HEAVY,
                    named.request().at(),
                    "the picture '" + named.request().source() + "' weighs " + kilobytes(named.weight())
                            + " KB as it is sent, and 200 are enough",
                    "show it smaller, crop it, or take a picture with fewer details");
        }
    }

    /** Says whether all pictures together weigh too much, at the heaviest of them. To be called when all are taken. */
    public void reportWeight() {
        long weight = byPath.values().stream().mapToLong(Named::weight).sum();
        if (weight > HEAVY_TOGETHER) {
            Named heaviest = byPath.values().stream()
                    .max(Comparator.comparingInt(Named::weight))
                    .orElseThrow();
            findings.add(
                    Code.PICTURES_HEAVY,
                    heaviest.request().at(),
                    "the pictures of the issue weigh " + kilobytes(weight) + " KB together, and 1024 are enough",
                    "leave some out or show them smaller; '"
                            + heaviest.request().source() + "' is the heaviest with " + kilobytes(heaviest.weight())
                            + " KB");
        }
    }

    private static long kilobytes(long bytes) {
        return (bytes + KILOBYTE - 1) / KILOBYTE;
    }

    /** All that were taken, in the order of the page, each once. */
    public List<Picture> all() {
        List<Picture> all = new ArrayList<>();
        byPath.values().forEach(named -> all.add(named.picture()));
        return List.copyOf(all);
    }
}
