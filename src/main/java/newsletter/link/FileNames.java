package newsletter.link;

import java.util.Locale;
import java.util.Set;
import newsletter.web.Address;

/** Addresses that by their ending lead to a file and not to a page: a picture, a film, a document, an archive. */
final class FileNames {
    private static final Set<String> ENDINGS = Set.of(
            "7z", "aac", "apk", "avi", "avif", "bmp", "bz2", "csv", "deb", "dmg", "doc", "docx", "epub", "exe", "flac",
            "gif", "gz", "ico", "ics", "iso", "jpeg", "jpg", "json", "key", "m4a", "m4v", "mkv", "mobi", "mov", "mp3",
            "mp4", "mpeg", "mpg", "msi", "odp", "ods", "odt", "ogg", "ogv", "pdf", "pkg", "png", "pps", "ppt", "pptx",
            "ps", "rar", "rtf", "svg", "tar", "tgz", "tif", "tiff", "txt", "wav", "webm", "webp", "wmv", "xls", "xlsx",
            "xml", "xz", "zip");

    private FileNames() {}

    /** Whether an address ends in the name of a file. */
    static boolean areIn(Address address) {
        String path = address.path();
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
