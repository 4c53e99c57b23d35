package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    <meta property=og:site_name content='Lantern Post'>                          | Lantern Post     | og:site_name
                    <meta property=og:site_name content='Lantern Post, Inc.'>                    | Lantern Post     | og:site_name
                    <meta property=og:site_name content='Lantern Post - News and Weather'>       | Lantern Post     | og:site_name
                    <meta property=og:site_name content='lanternpost'><title>A - Lantern Post</title> | Lantern Post | og:site_name
                    <meta property=og:site_name content=WordPress><title>A - Lantern Post</title>| Lantern Post     | title
                    <script type=application/ld+json>{"@type":"WebSite","name":"Lantern Post"}</script> | Lantern Post | json-ld
                    <script type=application/ld+json>{"@type":"Article","publisher":{"name":"Lantern Post"}}</script> | Lantern Post | json-ld
                    <meta name=application-name content='Lantern Post'>                          | Lantern Post     | application-name
                    <title>Bells</title><a href=/><img alt='Lantern Post'></a>                   | Lantern Post     | title
                    <title>Bells - Lanternpost</title><a href=/x>The Lantern Post</a>            | The Lantern Post | title
                    <title>Bells - Lanternpost</title><a href=/x>The Lantern Post of today</a>   | Lantern Post     | title
                    <title>Bells - Ada Bell (Ada) (ada)</title><h1>Bells</h1>                    | Ada Bell         | title
                    <title>Bells : Evening Paper</title><h1>Bells</h1>                           | lanternpost.example | host
                    <title>Bells</title>                                                         | lanternpost.example | host
                    """)
    void thePublisherIsNamed(String html, String name, String source) {
        var page = Html.read(html);
        assertThat(page.publisher()).contains(name);
        assertThat(page.sources()).containsEntry("publisher", source);
    }
}
