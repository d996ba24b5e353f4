package newsletter.preview;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A page that could be made, and is shown until there is a newer one.
 *
 * @param version changes whenever what the browser has to load changes
 */
record Print(Sheet sheet, Places places, String version) {
    static Print of(Sheet sheet) {
        CRC32 sum = new CRC32();
        // Pictures are named by what they show, so the page says when one of them changes.
        sum.update(sheet.email().html().getBytes(StandardCharsets.UTF_8));
        sum.update(sheet.email().text().getBytes(StandardCharsets.UTF_8));
        return new Print(sheet, new Places(sheet), Long.toHexString(sum.getValue()));
    }
}
