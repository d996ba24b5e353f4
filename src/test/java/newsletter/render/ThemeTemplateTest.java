package newsletter.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newsletter.finding.Source;
import newsletter.model.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template with the marks that say where its tags stand. */
class ThemeTemplateTest {
    private static ThemeTemplate marked(String text) {
        return ThemeTemplate.marked(new Source("templates/t.ftlh", text), new Marks());
    }

    /** The marked text, with {@code @0} for the first mark. */
    private static String shown(String template) {
        return marked(template).text().replace(" " + Origin.MARK + "=", "@");
    }

    @Test
    void marksLiteralTagsAlsoInConditionalComments() {
        assertThat(shown("<!--[if mso]><table><tr><![endif]--><div class=\"a\">x</div><br/>"))
                .isEqualTo("<!--[if mso]><table@0><tr@2><![endif]--><div@4 class=\"a\">x</div><br@6/>");
    }

    @Test
    void marksATagWhoseNameIsAnExpression() {
        assertThat(shown("<h${level + {\"a\": 1}.a}>x</h2>")).isEqualTo("<h${level + {\"a\": 1}.a}@0>x</h2>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#-- <b> -->",
                "${\"<b>\" + '<i>'}",
                "<#if a == \"<b>\" || (x > y)></#if>",
                "<@m.row cells=[\"<td>\"]/></@m.row>",
                "<#local x = r\"\\\"><#assign y = \"<b>\">",
                "<#noparse>${ <b> </#noparse>",
                "</p> < 3 <3 <!DOCTYPE html>",
                "<h<#if big>1<#else>2</#if>>"
            })
    void leavesAloneWhatIsNoTag(String template) {
        assertThat(marked(template).text()).isEqualTo(template);
    }

    @Test
    void leavesAloneWhatLooksLikeATagWithinAnAttributeOrAStyleSheet() {
        assertThat(shown("<a title=\"<b>${'\"<i>'}\" <#if x>id='<u>'</#if>><style>a<b{}</style><p>"))
                .isEqualTo("<a@0 title=\"<b>${'\"<i>'}\" <#if x>id='<u>'</#if>><style@2>a<b{}</style><p@4>");
    }

    @Test
    void survivesATemplateThatEndsInTheMiddle() {
        for (String template : List.of("<a title=\"", "${\"", "<#if (", "<h${", "<b", "<style>", "<#--", "<a ${'\\")) {
            for (int end = 0; end <= template.length(); end++) {
                assertThat(marked(template.substring(0, end)).source().text()).hasSize(end);
            }
        }
    }

    @Test
    void knowsWhereAPlaceInTheMarkedTextWas() {
        ThemeTemplate template = marked("<p>\n\t<b>😀</b> <i>${x}\n<u>");
        String[] lines = template.text().split("\n", -1);

        assertThat(template.original(2, lines[1].indexOf("${") + 1)).hasToString("templates/t.ftlh:2:14");
        assertThat(template.original(2, 2)).hasToString("templates/t.ftlh:2:2");
        assertThat(template.original(3, 1)).hasToString("templates/t.ftlh:3:1");
    }
}
