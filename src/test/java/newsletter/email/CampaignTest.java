package newsletter.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import newsletter.model.Utm;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {
    private static final Campaign CAMPAIGN = new Campaign(
            new Utm("Courier", "EMail", Optional.empty()),
            "2018-09",
            Optional.of(URI.create("https://lists.example.org/leave?list=a&b")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://example.org/          | https://example.org/?utm_source=courier&utm_medium=email&utm_campaign=2018-09
            HTTP://example.org            | HTTP://example.org?utm_source=courier&utm_medium=email&utm_campaign=2018-09
            https://example.org/a?b=c&d#e | https://example.org/a?b=c&d&utm_source=courier&utm_medium=email&utm_campaign=2018-09#e
            https://example.org/?         | https://example.org/?utm_source=courier&utm_medium=email&utm_campaign=2018-09
            https://example.org/?a=1&     | https://example.org/?a=1&utm_source=courier&utm_medium=email&utm_campaign=2018-09
            https://example.org/#?a       | https://example.org/?utm_source=courier&utm_medium=email&utm_campaign=2018-09#?a
            https://example.org/?utm_source=Portal | https://example.org/?utm_source=Portal&utm_medium=email&utm_campaign=2018-09
            https://example.org/?utm_medium=x&utm_source&utm_campaign=y#z | https://example.org/?utm_medium=x&utm_source&utm_campaign=y#z
            https://example.org/?xutm_source=1 | https://example.org/?xutm_source=1&utm_source=courier&utm_medium=email&utm_campaign=2018-09
            https://example.org/%C3%A4?q=a%26b+c | https://example.org/%C3%A4?q=a%26b+c&utm_source=courier&utm_medium=email&utm_campaign=2018-09
            """)
    void addsWhatAWebAddressLacks(String address, String tagged) {
        assertThat(CAMPAIGN.tagged(address)).isEqualTo(tagged);
        assertThat(CAMPAIGN.tagged(tagged)).as("tagged once more").isEqualTo(tagged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#news",
                "mailto:a@example.org?subject=x",
                "tel:+32123",
                "images/a.png",
                "",
                "https://lists.example.org/leave?list=a&b"
            })
    void leavesAllElseAsItIs(String address) {
        assertThat(CAMPAIGN.tagged(address)).isEqualTo(address);
    }

    @Test
    void encodesAndLowersItsValues() {
        Campaign campaign = new Campaign(
                new Utm("Our Courier & co", "É", Optional.of("September #1")), "2018-09", Optional.empty());

        assertThat(campaign.tagged("https://example.org/"))
                .isEqualTo("https://example.org/"
                        + "?utm_source=our%20courier%20%26%20co&utm_medium=%C3%A9&utm_campaign=september%20%231");
    }

    @Test
    void tagsThePagesLinksAndNothingElse() {
        Document page = Jsoup.parse("<a href='https://example.org/?a=1'>x</a><img src='https://example.org/x.png'>");

        CAMPAIGN.tag(page);

        assertThat(page.body().html())
                .contains("href=\"https://example.org/?a=1&amp;utm_source=courier&amp;utm_medium=email")
                .contains("src=\"https://example.org/x.png\"");
    }
}
