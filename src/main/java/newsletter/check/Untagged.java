package newsletter.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as editors write them and the plain text has them: without the campaign parameters that the page's links get. */
final class Untagged {
    private static final Pattern LAST = Pattern.compile("[?&]utm_[a-z_]+=[^?&#]*(?=#|$)");

    private Untagged() {}

    /** An address, and what it may have been before parameters were added: without the last of them, the last two, and so on. */
    static List<String> all(String address) {
        List<String> all = new ArrayList<>(List.of(address));
        for (Matcher last = LAST.matcher(address); last.find(); last = LAST.matcher(all.get(all.size() - 1))) {
            all.add(last.replaceFirst(""));
        }
        return all;
    }

    /** An address without any. */
    static String of(String address) {
        List<String> all = all(address);
        return all.get(all.size() - 1);
    }
}
