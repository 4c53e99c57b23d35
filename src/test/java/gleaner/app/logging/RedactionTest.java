package gleaner.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A token that slips through here lies in log files and in bug reports for years.
class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    sent xoxb-12-34-aBc to Slack                   | sent xoxb-*** to Slack
                    xoxe.xoxp-1-Mi0y                               | xoxe.xoxp-***
                    token=xapp-1-A0-9-ff,                          | token=xapp-***,
                    redis://:hunter2@host:6379/0 is gone           | redis://***@host:6379/0 is gone
                    rediss://app:p@ss@host and redis://b:c@d       | rediss://***@host and redis://***@d
                    https://ada:pw@example.org/a@b                 | https://***@example.org/a@b
                    Authorization: Bearer abcdef123456             | Authorization: Bearer ***
                    authorization: bearer   abcdef123456==         | authorization: bearer ***
                    https://hooks.slack.com/services/T0/B0/abc now | https://hooks.slack.com/services/*** now
                    https://e.example/x?a=1&access_token=abc&b=2   | https://e.example/x?a=1&access_token=***&b=2
                    https://e.example/?Token=abc#top               | https://e.example/?Token=***#top
                    mail ada@example.org about the bearer of news  | mail ada@example.org about the bearer of news
                    https://example.org/@ada                       | https://example.org/@ada
                    https://example.org/?monkey=1                  | https://example.org/?monkey=1
                    key: xoxo                                      | key: xoxo
                    'Basic Information', one that begins with xapp-. | 'Basic Information', one that begins with xapp-.
                    Basic SW5mb3JtYXRpb24=                         | Basic ***
                    """)
    void whatMayBeReadHoldsNoSecret(String text, String safe) {
        assertThat(Redaction.of(text)).isEqualTo(safe);
    }

    @Test
    @Timeout(30)
    void longWordsTakeNoLongTime() {
        for (var part :
                new String[] {
                    "://",
                    "xoxb-",
                    "xapp-",
                    "bearer ",
                    "?token=",
                    "a",
                    "@",
                    "://a",
                    "x?key=",
                    "hooks.slack.com/services/"
                }) {
            assertThat(Redaction.of(part.repeat(300_000) + "@")).isNotEmpty();
        }
    }
}
