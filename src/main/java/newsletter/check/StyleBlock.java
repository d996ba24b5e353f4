package newsletter.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule of a style sheet, or a statement without braces such as {@code @import}.
 *
 * @param prelude what stands before the brace: a selector, or an at-rule
 * @param body what stands between the braces, without the blocks in it
 * @param blocks the rules in it, for an at-rule
 */
record StyleBlock(String prelude, String body, List<StyleBlock> blocks) {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|\\z)|<!--|-->", Pattern.DOTALL);

    /** At which depth a style sheet is not followed any more. */
    private static final int DEEPEST = 20;

    /** Copies the list. */
    StyleBlock {
        blocks = List.copyOf(blocks);
    }

    boolean isAtRule() {
        return prelude.startsWith("@");
    }

    /** What kind of rule an at-rule is: {@code @media}. */
    String name() {
        return prelude.replaceFirst("(?s)[\\s;({].*$", "");
    }

    /** The declarations that stand right in it. */
    List<Declaration> declarations() {
        return Declaration.all(body);
    }

    /** All blocks in it, at any depth. */
    Stream<StyleBlock> deep() {
        return blocks.stream().flatMap(block -> Stream.concat(Stream.of(block), block.deep()));
    }

    /** The blocks of a style sheet, from the first to the last. */
    static List<StyleBlock> all(String sheet) {
        return new Reader(COMMENT.matcher(sheet).replaceAll(" ")).block("", 0).blocks();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        /** What stands up to the brace that closes it. */
        StyleBlock block(String prelude, int depth) {
            List<StyleBlock> blocks = new ArrayList<>();
            StringBuilder body = new StringBuilder();
            int start = at;
            while (at < text.length() && text.charAt(at) != '}') {
                char c = text.charAt(at++);
                if (c == '"' || c == '\'') {
                    skipString(c);
                } else if (c == '{' && depth < DEEPEST) {
                    blocks.add(block(text.substring(start, at - 1).strip(), depth + 1));
                    start = at;
                } else if (c == ';') {
                    endStatement(text.substring(start, at).strip(), blocks, body);
                    start = at;
                }
            }
            endStatement(text.substring(start, at).strip(), blocks, body);
            at = Math.min(at + 1, text.length());
            return new StyleBlock(prelude, body.toString(), blocks);
        }

        private static void endStatement(String statement, List<StyleBlock> blocks, StringBuilder body) {
            if (statement.startsWith("@")) {
                blocks.add(new StyleBlock(statement, "", List.of()));
            } else {
                body.append(statement);
            }
        }

        private void skipString(char quote) {
            while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(at + 1, text.length());
        }
    }
}
