package newsletter.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Outlook for Windows shows of a page with conditional comments. */
class OutlookViewTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mso             | true
            !mso            | false
            gte mso 9       | true
            gt mso 16       | false
            lt mso 16       | false
            lte mso 16      | true
            mso 16          | true
            mso 12          | false
            IE              | false
            (gte mso 9) & !IE            | true
            (lt mso 9) & (mso)           | false
            !(IE & mso)                  | true
            something else               | false
            )(                           | false
            mso 99999999999              | false
            """)
    void decidesConditions(String condition, boolean holds) {
        assertThat(OutlookCondition.holds(condition)).isEqualTo(holds);
    }

    @Test
    void survivesAConditionThatIsMadeToBeDeep() {
        assertThat(OutlookCondition.holds("!".repeat(1_000_000) + "mso")).isFalse();
    }

    @Test
    void knowsThatOneOfTwoConditionsIsEnough() {
        assertThat(OutlookCondition.holds("(gte mso 9)|(IE)")).isTrue();
        assertThat(OutlookCondition.holds("IE | lt mso 9")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            a<!-- b -->c                                        ¦ a c
            a<!--[if mso]>b<![endif]-->c                        ¦ a b c
            a<!--[if !mso]>b<![endif]-->c                       ¦ a c
            a<!--[if !mso]><!-->b<!--<![endif]-->c              ¦ a c
            a<!--[if !mso]><!-- -->b<!-- <![endif]-->c          ¦ a c
            a<!--[if gte mso 9]><!-->b<!--<![endif]-->c         ¦ a b c
            a<!--[if !mso]><!-->b<!--[if mso]>c<![endif]-->d<!--<![endif]-->e ¦ a e
            """)
    void showsWhatIsMeantForOutlookAtItsPlace(String page, String shown) {
        OutlookView view = OutlookView.of(page);

        assertThat(view.html().replaceAll(" +", " ")).isEqualTo(shown);
        assertThat(view.html()).hasSameSizeAs(page);
        assertThat(view.html().lastIndexOf(shown.charAt(shown.length() - 1))).isEqualTo(page.length() - 1);
        assertThat(view.mistakes()).isEmpty();
    }
}
