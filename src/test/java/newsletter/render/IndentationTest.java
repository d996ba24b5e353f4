package newsletter.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of the blanks that templates are laid out with; {@code $} stands for the end of a line. */
class IndentationTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            <p>$    one$$$  two</p>|<p>$one$two</p>
            <pre>$  a$$  b</pre>$  <p>$  c</p>|<pre>$  a$$  b</pre>$<p>$c</p>
            <PRE class="x">$  a</Pre>$  b$  <pre>$  c</pre>|<PRE class="x">$  a</Pre>$b$<pre>$  c</pre>
            <prelude>$  a</prelude>|<prelude>$a</prelude>
            one  two$|one  two$
            <pre>$  a|<pre>$  a
            """)
    void isOneLineBreak(String html, String without) {
        assertThat(Indentation.removeFrom(html.replace('$', '\n'))).isEqualTo(without.replace('$', '\n'));
    }
}
