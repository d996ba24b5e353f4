package newsletter.parse;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.model.Inline;
import newsletter.model.PictureRef;
import newsletter.model.Prose;

/**
 * Puts the pieces of one line of text together. Raw tags come as loose openings and closings among the other pieces; those
 * that are let through become elements around what stands between them, the others go with a finding.
 */
final class InlineStack {
    private final int depth;
    private final Findings findings;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private boolean tooDeep;

    /** @param depth how deep the line is within lists, emphasis and the like */
    InlineStack(int depth, Findings findings) {
        this.depth = depth;
        this.findings = findings;
        frames.push(new Frame(Optional.empty(), Optional.empty(), Optional.empty(), new ArrayList<>()));
    }

    /** An opened tag and what has come since. */
    private record Frame(Optional<RawTag> tag, Optional<Location> at, Optional<URI> target, List<Inline> content) {
        boolean isOf(String name) {
            return tag.filter(raw -> raw.name().equals(name)).isPresent();
        }

        boolean isUnreadable() {
            return tag.filter(RawTag::isUnreadable).isPresent();
        }
    }

    void add(Inline inline) {
        List<Inline> content = frames.element().content();
        Inline last = content.isEmpty() ? null : content.get(content.size() - 1);
        if (inline instanceof Inline.Text added) {
            // An entity such as &#27; can write what no file may hold.
            String words = Unwanted.replaced(added.text());
            if (last instanceof Inline.Text text) {
                content.set(content.size() - 1, new Inline.Text(text.text() + words));
            } else {
                content.add(new Inline.Text(words));
            }
        } else {
            content.add(inline);
        }
    }

    void addAll(List<Inline> inlines) {
        inlines.forEach(this::add);
    }

    void tag(RawTag tag, Location at) {
        if (tag.closing()) {
            close(tag, at);
        } else if (frames.element().isUnreadable()) {
            return;
        } else if (tag.isUnreadable()) {
            report(
                    at,
                    "<" + tag.name() + "> was taken out with all that stands in it",
                    "mail programs do not show it: put it on the web and link to it");
            open(tag, at, Optional.empty());
        } else {
            allow(tag, at);
        }
    }

    private void allow(RawTag tag, Location at) {
        if (tag.isBreak() || tag.isPicture() || tag.isLink() || tag.style().isPresent()) {
            reportStrayAttributes(tag, at);
        }
        if (tag.isBreak()) {
            add(new Inline.Break());
        } else if (tag.isPicture()) {
            Optional<String> alt = tag.given("alt").map(String::strip).map(Unwanted::replaced);
            add(new Inline.Image(new PictureRef(tag.attribute("src").strip(), alt, at)));
        } else if (tag.isLink()) {
            open(tag, at, Addresses.parse(tag.attribute("href"), at, findings));
        } else if (tag.style().isPresent()) {
            open(tag, at, Optional.empty());
        } else {
            report(
                    at,
                    "the tag <" + tag.name() + "> was taken out; its text stays",
                    "Markdown has what a newsletter needs: **bold**, *italic*, lists, links, tables");
        }
    }

    /** Says which attributes of a tag that stays are taken out. */
    void reportStrayAttributes(RawTag tag, Location at) {
        if (!tag.strayAttributes().isEmpty()) {
            String names = String.join(", ", tag.strayAttributes());
            report(
                    at,
                    "taken out of <" + tag.name() + ">: " + names,
                    "the look of the newsletter comes from its style sheet");
        }
    }

    private void open(RawTag tag, Location at, Optional<URI> target) {
        if (depth + frames.size() > Prose.DEPTH && !tag.isUnreadable()) {
            reportDepth(at);
        } else if (!tag.isVoid()) {
            frames.push(new Frame(Optional.of(tag), Optional.of(at), target, new ArrayList<>()));
        }
    }

    private void reportDepth(Location at) {
        if (!tooDeep) {
            findings.add(Code.TOO_COMPLEX, at, "tags are nested too deep here", "write it in Markdown");
            tooDeep = true;
        }
    }

    private void close(RawTag tag, Location at) {
        boolean opened = frames.stream().anyMatch(frame -> frame.isOf(tag.name()));
        if (opened) {
            while (!frames.element().isOf(tag.name())) {
                closeInner();
            }
            pop();
        } else if (tag.style().isPresent() || tag.isLink()) {
            report(at, "</" + tag.name() + "> closes nothing", "take it out, or put <" + tag.name() + "> before it");
        }
    }

    private void closeInner() {
        Frame frame = frames.element();
        String name = frame.tag().map(RawTag::name).orElse("");
        frame.at()
                .ifPresent(at -> report(
                        at, "<" + name + "> is never closed", "put </" + name + "> behind what it is meant for"));
        pop();
    }

    private void pop() {
        Frame frame = frames.pop();
        RawTag tag = frame.tag().orElseThrow();
        if (tag.isUnreadable()) {
            return;
        }
        if (frame.target().isPresent()) {
            add(new Inline.Link(
                    frame.target().get(),
                    withoutLinks(frame.content()),
                    frame.at().orElseThrow()));
        } else if (tag.style().isPresent()) {
            add(new Inline.Styled(tag.style().get(), frame.content()));
        } else {
            addAll(frame.content());
        }
    }

    /** A link within a link is no HTML: its text stays. */
    static List<Inline> withoutLinks(List<Inline> content) {
        List<Inline> flat = new ArrayList<>();
        for (Inline inline : content) {
            if (inline instanceof Inline.Link link) {
                flat.addAll(withoutLinks(link.content()));
            } else if (inline instanceof Inline.Styled styled) {
                flat.add(new Inline.Styled(styled.style(), withoutLinks(styled.content())));
            } else {
                flat.add(inline);
            }
        }
        return flat;
    }

    /** All of it; what was left open is closed. */
    List<Inline> finish() {
        while (frames.size() > 1) {
            closeInner();
        }
        return frames.element().content();
    }

    private void report(Location at, String message, String hint) {
        findings.add(Code.RAW_HTML, at, message, hint);
    }
}
