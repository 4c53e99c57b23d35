package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// If these fail, links and words that a team typed in Slack come out of Gleaner changed or not at
/// all.
class SlackWordsTest {

    private static final SlackNames NAMES =
            new SlackNames() {
                @Override
                public Optional<String> person(String id) {
                    return Optional.ofNullable(Map.of("U1", "ada", "U2", "b_en*").get(id));
                }

                @Override
                public Optional<String> channel(String id) {
                    return Optional.ofNullable(Map.of("C1", "news").get(id));
                }
            };

    private final SlackWords words = new SlackWords(NAMES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    <https://a.example/>                          | <https://a.example/>
                    <https://a.example/¦Some words>               | [Some words](https://a.example/)
                    <https://a.example/?a=1&amp;b=2¦A &amp; B>    | [A & B](https://a.example/?a=1&b=2)
                    <https://a.example/¦one¦two>                  | [one¦two](https://a.example/)
                    <http://a.example¦a.example>                  | <http://a.example>
                    <https://a.example/x%7Cy>                     | <https://a.example/x%7Cy>
                    <javascript:alert(1)¦look>                    | look
                    <mailto:ada@a.example¦ada@a.example>          | ada@a.example
                    <tel:+491234¦call>                            | call
                    *bold* _italic_ ~gone~                        | **bold** _italic_ ~~gone~~
                    *_both_*                                      | **_both_**
                    2*3*4 and a * b *                             | 2\\*3\\*4 and a \\* b \\*
                    snake_case_name                               | snake_case_name
                    `*code* &lt;b&gt;`                            | `*code* <b>`
                    `<https://a.example/>`                        | `https://a.example/`
                    #security and # nothing                       | #security and # nothing
                    in <#C1> and <#C9¦other>                      | in \\#news and \\#other
                    thanks <@U1>, <@U2> and <@U9¦eve>             | thanks @ada, @b_en\\* and @eve
                    <!here> <!channel> <!subteam^S1¦@editors>     | @here @channel @editors
                    <!date^1763373600^{date}¦17 Nov>              | 17 Nov
                    cut <https://a.example/                       | cut `<https://a.example/`
                    &lt;b&gt; &amp;amp;                           | \\<b> \\&amp;
                    :tada: done                                   | :tada: done
                    """)
    void slacksMarkupBecomesMarkdown(String slack, String markdown) {
        assertThat(words.mrkdwn(slack.replace('¦', '|'))).isEqualTo(markdown.replace('¦', '|'));
    }

    @Test
    void quotesListsAndCodeStandApart() {
        assertThat(
                        words.mrkdwn(
                                """
                                Look:
                                &gt; quoted *words*
                                &gt; more
                                mine
                                • one
                                • <https://a.example/|two>
                                ```
                                a *b*
                                <https://b.example/>```
                                # end
                                &gt;&gt;&gt; all
                                the rest\
                                """))
                .isEqualTo(
                        """
                        Look:

                        > quoted **words**
                        > more

                        mine

                        - one
                        - [two](https://a.example/)

                        ```
                        a *b*
                        https://b.example/
                        ```

                        \\# end

                        > all
                        > the rest\
                        """);
    }

    @Test
    void blocksArePreferredToTheText() {
        assertThat(
                        markdown(
                                """
                                {"text": "fallback", "blocks": [{"type": "rich_text", "elements": [
                                  {"type": "rich_text_section", "elements": [
                                    {"type": "text", "text": "Read "},
                                    {"type": "link", "url": "https://a.example/?a=1&b=2", "text": "this & that"},
                                    {"type": "text", "text": " or "},
                                    {"type": "link", "url": "https://b.example/"},
                                    {"type": "text", "text": " ", "style": {"bold": true}},
                                    {"type": "text", "text": "now ", "style": {"bold": true, "italic": true}},
                                    {"type": "text", "text": "a*b", "style": {"code": true}},
                                    {"type": "text", "text": "\\n# no heading, #tag "},
                                    {"type": "user", "user_id": "U1"},
                                    {"type": "channel", "channel_id": "C1"},
                                    {"type": "broadcast", "range": "here"},
                                    {"type": "emoji", "name": "wave", "unicode": "1f44b-1f3fb"},
                                    {"type": "emoji", "name": "our_own"}]},
                                  {"type": "rich_text_list", "style": "ordered", "indent": 0, "elements": [
                                    {"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]},
                                    {"type": "rich_text_section", "elements": [{"type": "text", "text": "two"}]}]},
                                  {"type": "rich_text_list", "style": "bullet", "indent": 1, "elements": [
                                    {"type": "rich_text_section", "elements": [{"type": "link", "url": "https://c.example/"}]}]},
                                  {"type": "rich_text_quote", "elements": [{"type": "text", "text": "said\\nshe"}]},
                                  {"type": "rich_text_preformatted", "elements": [
                                    {"type": "link", "url": "https://d.example/"}, {"type": "text", "text": "\\n*x*"}]}]}]}
                                """))
                .isEqualTo(
                        """
                        Read [this & that](https://a.example/?a=1&b=2) or <https://b.example/> **_now_** `a*b`
                        \\# no heading, #tag @ada\\#news@here👋🏻:our_own:

                        1. one
                        2. two
                            - <https://c.example/>

                        > said
                        > she

                        ```
                        https://d.example/
                        *x*
                        ```\
                        """);
    }

    @Test
    void whatIsNotKnownIsWalkedForItsWordsAndLinks() {
        assertThat(
                        markdown(
                                """
                                {"blocks": [
                                  {"type": "header", "text": {"type": "plain_text", "text": "Links *today*"}},
                                  {"type": "section", "text": {"type": "mrkdwn", "text": "*A* <https://a.example/|a>"},
                                   "fields": [{"type": "mrkdwn", "text": "<https://b.example/>"}]},
                                  {"type": "table", "rows": [
                                    [{"type": "raw_text", "text": "name"}, {"type": "raw_text", "text": "where"}],
                                    [{"type": "raw_text", "text": "c"}, {"type": "rich_text", "elements": [
                                      {"type": "rich_text_section", "elements": [{"type": "link", "url": "https://c.example/"}]}]}]]},
                                  {"type": "actions", "elements": [
                                    {"type": "button", "text": {"type": "plain_text", "text": "Open"}, "url": "https://d.example/"}]},
                                  {"type": "of_the_future", "inner": [{"deep": {"type": "link", "url": "https://e.example/", "text": "e"}}]},
                                  {"type": "divider"}, 7, null, "x"]}
                                """))
                .isEqualTo(
                        """
                        **Links \\*today\\***

                        **A** [a](https://a.example/)

                        <https://b.example/>

                        name · where
                        c · <https://c.example/>

                        [Open](https://d.example/)

                        [e](https://e.example/)\
                        """);
    }

    @Test
    void aForwardedMessageIsAQuoteAndAPreviewIsNothing() {
        assertThat(
                        markdown(
                                """
                                {"text": "see", "attachments": [
                                  {"from_url": "https://a.example/", "title": "A page", "title_link": "https://a.example/"},
                                  {"is_share": true, "from_url": "https://team.slack.example/archives/C1/p1",
                                   "message_blocks": [{"message": {"blocks": [{"type": "rich_text", "elements": [
                                     {"type": "rich_text_section", "elements": [
                                       {"type": "text", "text": "look: "}, {"type": "link", "url": "https://b.example/"}]}]}]}}]}]}
                                """))
                .isEqualTo("see\n\n> look: <https://b.example/>");
    }

    @Test
    void whatAnAppAttachesIsKept() {
        assertThat(
                        markdown(
                                """
                                {"attachments": [{"pretext": "New *release*", "title": "v1.2", "title_link": "https://a.example/v1.2",
                                  "text": "Fixes <https://a.example/1|#1>", "fields": [{"title": "By", "value": "ada"}]}]}
                                """))
                .isEqualTo(
                        """
                        New **release**

                        [v1.2](https://a.example/v1.2)

                        Fixes [#1](https://a.example/1)

                        ada\
                        """);
    }

    @ParameterizedTest
    @CsvSource({"thumbsup, thumbsup", "wave::skin-tone-3, wave", "::, ::"})
    void aReactionHasNoSkinTone(String name, String emoji) {
        assertThat(SlackWords.emoji(name)).isEqualTo(emoji);
    }

    /// A megabyte of markup that never closes must not take minutes.
    @ParameterizedTest
    @CsvSource({
        "'*a '",
        "'<'",
        "'`'",
        "'*_~'",
        "'&gt;'",
        "'<https://a.example|'",
        "'_*a*_ '",
        "'[x]('",
        "'```'"
    })
    void hostileMarkupIsReadInOneGo(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());
        assertThat(words.mrkdwn(text)).isNotEmpty();
    }

    private String markdown(String json) {
        return words.markdown(JsonMapper.builder().build().readTree(json));
    }
}
