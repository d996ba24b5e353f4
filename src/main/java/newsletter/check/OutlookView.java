package newsletter.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Outlook for Windows shows of a page: what conditional comments keep for it or from it, and no comment. As long as the
 * page, with blanks for what is not shown, so that every tag stays at its place.
 *
 * @param html what is shown
 * @param mistakes conditional comments that do not end, or end nothing
 */
public record OutlookView(String html, List<Mistake> mistakes) {
    private static final String CLOSING = "<![endif]-->";

    /** {@code <!--[if !mso]><!-->}: what follows is shown by all that know no conditional comments. */
    private static final Pattern REVEALED = Pattern.compile("<!--\\[if ([^\\]]*)]>\\s*<!(?:--\\s*)?-->");

    /** {@code <!--<![endif]-->}. */
    private static final Pattern REVEALED_END = Pattern.compile("<!--\\s*<!\\[endif]-->");

    /** {@code <!--[if mso]>}: what follows, up to {@code <![endif]-->}, is a comment for all others. */
    private static final Pattern HIDDEN = Pattern.compile("<!--\\[if ([^\\]]*)]>");

    /** Copies the list. */
    public OutlookView {
        mistakes = List.copyOf(mistakes);
    }

    /**
     * A conditional comment that is wrong.
     *
     * @param place the 0-based index in the page
     */
    public record Mistake(int place, String message) {}

    /** The view of a page. */
    public static OutlookView of(String page) {
        return new Reader(page).read();
    }

    private static final class Reader {
        private final String page;
        private final StringBuilder shown;
        private final List<Mistake> mistakes = new ArrayList<>();
        private final Deque<Opening> open = new ArrayDeque<>();
        private int at;

        Reader(String page) {
            this.page = page;
            this.shown = new StringBuilder(page);
        }

        /** @param shows whether Outlook shows what follows */
        private record Opening(int place, int end, boolean shows) {}

        OutlookView read() {
            for (at = page.indexOf("<!--"); at >= 0; at = page.indexOf("<!--", at)) {
                readComment();
            }
            open.forEach(opening ->
                    mistakes.add(new Mistake(opening.place(), "this conditional comment has no end <!--<![endif]-->")));
            return new OutlookView(shown.toString(), mistakes);
        }

        private void readComment() {
            Matcher revealed = lookingAt(REVEALED);
            Matcher end = lookingAt(REVEALED_END);
            Matcher hidden = lookingAt(HIDDEN);
            if (revealed.lookingAt()) {
                open.push(new Opening(at, revealed.end(), OutlookCondition.holds(revealed.group(1))));
                hide(at, revealed.end());
            } else if (end.lookingAt()) {
                close(end.end());
            } else if (hidden.lookingAt()) {
                readHidden(hidden.end(), OutlookCondition.holds(hidden.group(1)));
            } else {
                readOrdinary();
            }
        }

        private Matcher lookingAt(Pattern pattern) {
            return pattern.matcher(page).region(at, page.length());
        }

        private void close(int end) {
            Opening opening = open.poll();
            if (opening == null) {
                mistakes.add(new Mistake(at, "<!--<![endif]--> ends no conditional comment"));
            } else if (!opening.shows()) {
                hide(opening.end(), at);
            }
            hide(at, end);
        }

        private void readHidden(int from, boolean shows) {
            int end = endOfComment(from);
            boolean closed = page.startsWith(CLOSING, Math.max(from, end - CLOSING.length()));
            int to = Math.max(from, end - (closed ? CLOSING.length() : "-->".length()));
            if (!closed) {
                mistakes.add(new Mistake(at, "this conditional comment does not end in " + CLOSING));
            }
            hide(at, shows ? from : to);
            hide(to, end);
        }

        private void readOrdinary() {
            int end = endOfComment(at);
            String comment = page.substring(at, end);
            if (comment.contains("[if ") || comment.contains("[endif]")) {
                mistakes.add(new Mistake(at, "Outlook does not know this form of a conditional comment"));
            }
            hide(at, end);
        }

        private int endOfComment(int from) {
            int end = page.indexOf("-->", from);
            return end < 0 ? page.length() : end + 3;
        }

        private void hide(int from, int to) {
            for (int i = from; i < to; i++) {
                shown.setCharAt(i, ' ');
            }
            at = Math.max(at, to);
        }
    }
}
