package newsletter.preview;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A page that could be made, and is shown until there is a newer one. Thread-safe. */
final class Print {
    private final Sheet sheet;
    private final String version;
    private @Nullable Places places;

    Print(Sheet sheet) {
        this.sheet = sheet;
        this.version = version(sheet);
    }

    private static String version(Sheet sheet) {
        CRC32 sum = new CRC32();
        // Pictures are named by what they show, so the page says when one of them changes.
        sum.update(sheet.email().html().getBytes(StandardCharsets.UTF_8));
        sum.update(sheet.email().text().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    Sheet sheet() {
        return sheet;
    }

    /** Changes whenever what the browser has to load changes. */
    String version() {
        return version;
    }

    /** Found when they are first asked for, so that the page can be shown before. */
    synchronized Places places() {
        if (places == null) {
            places = new Places(sheet);
        }
        return places;
    }
}
