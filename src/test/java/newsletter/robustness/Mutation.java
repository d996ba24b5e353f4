package newsletter.robustness;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text that nobody would write, made of text that somebody wrote. The same seed makes the same text. */
final class Mutation {
    private static final int MOST_CHANGES = 8;
    private static final int LONGEST_SLICE = 80;
    private static final int LONGEST_SOUP = 60;

    private static final List<String> YAML = List.of(
            ": ",
            ":",
            "- ",
            "-",
            "? ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "'",
            "\"",
            "|\n",
            ">-\n",
            "|2\n",
            "&a ",
            "*a",
            "!!str ",
            "!x ",
            "<<: *a",
            "# ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "@",
            "`",
            "\t",
            "\n",
            "\n  ",
            "\n\n",
            "~",
            "null",
            "yes",
            "0755",
            "12:30",
            "2018-02-30",
            "2018-10-31 25:00",
            "title: ",
            "date: ",
            "text: |\n  ",
            "image: ",
            "tags: ",
            "\\",
            "\"\\e\"",
            "\"\\uD83D\"",
            "é",
            "😀",
            "\u200F",
            "\uFEFF");

    private static final List<String> MARKDOWN = List.of(
            "# ",
            "###### ",
            "> ",
            "- ",
            "1. ",
            "- [ ] ",
            "    ",
            "***",
            "---",
            "===",
            "```\n",
            "~~~",
            "`",
            "``",
            "*",
            "**",
            "_",
            "__",
            "~~",
            "[",
            "](",
            "]: ",
            "![",
            ")",
            "<",
            ">",
            "[a]",
            "[a]: https://x.example/ 'T'\n",
            "(javascript:alert(1))",
            "(JaVaScRiPt&colon;alert(1))",
            "(data:text/html,x)",
            "(vbscript:x)",
            "(\u0001javascript:x)",
            "<https://x.example/\">",
            "<a@b.example>",
            "www.x.example",
            "https://x.example/?a=b&c=d",
            "|a|b|\n|-|:-:|\n|c|d|\n",
            "|",
            "\\",
            "&lt;script&gt;",
            "&#x6A;",
            "&#0;",
            "&colon;",
            "&nbsp;",
            "\"",
            "'",
            "...",
            "--",
            "  \n",
            "\\\n",
            "\n",
            "\n\n");

    private static final List<String> HTML = List.of(
            "<script>",
            "</script>",
            "<script src=//x.example>",
            "<img src=x onerror=alert(1)>",
            "<img src='javascript:x' alt=\"a",
            "<a href=\"javascript:x\">",
            "<a href='&#106;avascript:x'>",
            "</a>",
            "<svg onload=x>",
            "<svg><script>",
            "</svg>",
            "<math><mi//xlink:href=\"data:x\">",
            "<style>",
            "</style>",
            "<iframe srcdoc='<script>'>",
            "<form action=x>",
            "<input autofocus onfocus=x>",
            "<b onclick=x>",
            "</b>",
            "<b>",
            "<i/>",
            "<p style=\"x:expression(1)\">",
            "<div>\n",
            "</div>\n",
            "<table><tr><td>",
            "</table>",
            "<ul><li>",
            "<!--",
            "-->",
            "<!-- -->",
            "<![CDATA[",
            "]]>",
            "<?php ?>",
            "<!DOCTYPE a>",
            "<template>",
            "<noscript>",
            "<textarea>",
            "<plaintext>",
            "<base href=//x>",
            "<meta http-equiv=refresh>",
            "<object>",
            "<a name=x id=y>",
            "<",
            ">",
            "\"",
            "'",
            "=");

    private static final List<String> TEMPLATE = List.of(
            "${",
            "}",
            "${entry.title}",
            "${x!}",
            "${x?c}",
            "<#if ",
            "<#if true>",
            "</#if>",
            "<#list 1..3 as x>",
            "</#list>",
            "<#else>",
            "<#include \"x\">",
            "<#import",
            "<#macro m>",
            "</#macro>",
            "<@m/>",
            "<#--",
            "-->",
            "<#ftl>",
            "<#noparse>",
            "?no_esc",
            "?eval",
            "?new()",
            "<#assign a=b>",
            "<#attempt>",
            "<#recover>",
            "<#setting locale=\"tr\">",
            "[=",
            "#{",
            "<#stop>",
            "<#return>",
            "<#switch 1>",
            "<#case 2>",
            "<#t>",
            "??",
            "!",
            "..",
            "\n");

    private static final List<List<String>> ALL = List.of(YAML, MARKDOWN, HTML, TEMPLATE);

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    /** One of a list. */
    <T> T choose(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Whether it happens, once in so many times. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** A file of the example, changed in a few places. */
    byte[] of(Sample sample) {
        StringBuilder text = new StringBuilder(new String(sample.bytes(), StandardCharsets.UTF_8));
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            change(text);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void change(StringBuilder text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(LONGEST_SLICE));
        String slice = text.substring(from, to);
        switch (random.nextInt(6)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, token());
            case 2 -> text.insert(random.nextInt(text.length() + 1), slice);
            case 3 -> text.replace(from, to, new StringBuilder(slice).reverse().toString());
            case 4 -> text.replace(from, to, soup(6));
            default -> text.insert(from, token().repeat(1 + random.nextInt(LONGEST_SLICE)));
        }
    }

    /** Signs of all languages in no order. */
    String soup() {
        return soup(LONGEST_SOUP);
    }

    private String soup(int most) {
        return Stream.generate(this::token).limit(1L + random.nextInt(most)).collect(Collectors.joining());
    }

    private String token() {
        return onceIn(5) ? choose(List.of("a", "word ", "1", " ", "A b.", "ß")) : choose(choose(ALL));
    }
}
