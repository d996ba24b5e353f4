package newsletter.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newsletter.email.picture.Picture;
import newsletter.finding.Source;
import newsletter.model.Authorship;
import newsletter.model.Color;
import newsletter.model.LinkPolicy;
import newsletter.model.Origins;
import newsletter.model.PictureDelivery;
import newsletter.model.Publication;
import newsletter.model.Written;
import org.junit.jupiter.api.Test;

/** How a message calls the pictures that lie beside the page. */
class MessagePicturesTest {
    private static final Picture PICTURE = new Picture("images/a-0123abcd.png", new byte[0]);
    private static final Source NOTHING = new Source("index.ftlh", "");
    private static final Authorship AUTHORSHIP =
            new Authorship(Map.of(), Written.NOTHING, NOTHING.start(), NOTHING.start(), NOTHING);
    private static final Email EMAIL =
            new Email("""
            <!--[if mso]><v:fill src="images/a-0123abcd.png"><![endif]-->
            <img src="images/a-0123abcd.png" alt="images/"><img src="images/b.png">
            """, "", List.of(PICTURE), 0, new Origins(new TreeMap<>(), AUTHORSHIP));

    private static Publication publication(PictureDelivery pictures, String sender) {
        return new Publication(
                "Courier",
                Optional.empty(),
                Locale.ENGLISH,
                ZoneOffset.UTC,
                Optional.of(URI.create("https://news.example.org/courier/")),
                Optional.empty(),
                Optional.of(new Publication.Sender("Courier", sender, Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                pictures,
                Color.WHITE,
                List.of(),
                Optional.empty(),
                LinkPolicy.usual(),
                Map.of(),
                List.of(),
                Written.NOTHING);
    }

    @Test
    void findsHostedPicturesBesideThePageOnTheWeb() {
        MessagePictures pictures =
                MessagePictures.of(publication(PictureDelivery.HOSTED, "news@example.org"), "2018-09");

        assertThat(pictures.areEmbedded()).isFalse();
        assertThat(pictures.html(EMAIL)).isEqualTo("""
                        <!--[if mso]><v:fill src="https://news.example.org/courier/2018-09/images/a-0123abcd.png"><![endif]-->
                        <img src="https://news.example.org/courier/2018-09/images/a-0123abcd.png" alt="images/"><img src="images/b.png">
                        """);
    }

    @Test
    void findsEmbeddedPicturesInTheMessage() {
        MessagePictures pictures =
                MessagePictures.of(publication(PictureDelivery.EMBEDDED, "news@bücher.example"), "2018-09");

        assertThat(pictures.areEmbedded()).isTrue();
        assertThat(pictures.contentId(PICTURE)).isEqualTo("a-0123abcd@xn--bcher-kva.example");
        assertThat(pictures.html(EMAIL))
                .contains("<img src=\"cid:a-0123abcd@xn--bcher-kva.example\" alt=\"images/\">")
                .doesNotContain("a-0123abcd.png");
    }
}
