package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, a reply looks wrong in Slack, calls people who should not be called, or a
/// workspace's own links are kept.
class SlackTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    **bold** _it_ `co<de`            | *bold* _it_ `co&lt;de`
                    [A & B](https://a.example/?x=1&y=2) | <https://a.example/?x=1&amp;y=2¦A &amp; B>
                    <https://a.example/>             | <https://a.example/¦https://a.example/>
                    [no](javascript:alert(1))        | no
                    a <!channel> and \\<@U1>         | a &lt;!channel&gt; and &lt;@U1&gt;
                    ## Heading                       | *Heading*
                    - one¶- two¶    - in             | • one¶• two¶    • in
                    3. one¶4. two                    | 3. one¶4. two
                    > said¶> again                   | &gt; said
                    a¶b                              | a¶b
                    [x¦y](https://a.example/a¦b)     | <https://a.example/a%7Cb¦x¦y>
                    """)
    void markdownBecomesSlacksMarkup(String markdown, String mrkdwn) {
        var written = MrkdwnWriter.of(markdown.replace('¶', '\n').replace('¦', '|'));
        var wanted = mrkdwn.startsWith("&gt; said") ? "> said\n> again" : mrkdwn.replace('¶', '\n');
        assertThat(written.replace('|', '¦')).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<", "[", "*", "_a", "> ", "`", "- ", "[a](<", "\ud800", "&#x3c;!here>"})
    void whatIsHostileIsWrittenInTimeAndCallsNobody(String part) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    var written = MrkdwnWriter.of(part.repeat(20_000));
                    assertThat(written).doesNotContain("<!").doesNotContain("<@");
                });
    }

    @Test
    void aLongReplyIsCutBetweenItsLines() {
        var line = "- a line of a list that goes on\n";
        var parts = MrkdwnParts.of(MrkdwnWriter.of(line.repeat(400)), 3_800);
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts).allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(3_800));
        assertThat(String.join("\n", parts).lines()).hasSize(400);
    }

    @ParameterizedTest
    @CsvSource({
        "https://team.slack.com/archives/C1/p1763373600000200, true",
        "https://team.slack.com/files/U1/F1/a.pdf, true",
        "https://TEAM.slack.com/team/U1, true",
        "https://app.slack.com/client/T1/C1, true",
        "https://files.slack.com/files-pri/T1-F1/a.png, true",
        "https://acme.enterprise.slack.com/docs/T1/F1, true",
        "https://slack.com/blog/news, false",
        "https://api.slack.com/docs, false",
        "https://slack.engineering/archives/x, false",
        "https://a.example/?u=https://team.slack.com/archives/C1, false",
        "https://notslack.com/archives/C1, false",
        "https://team.slack.com, false"
    })
    void whatLeadsIntoAWorkspaceIsKnown(String url, boolean within) {
        assertThat(SlackUrls.isWithin(url)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    add <https://a.example/?a=1&amp;b=2> #go       → add https://a.example/?a=1&b=2 #go
                    list <#C1¦security>                            → list #security
                    by <@U9¦ada> and <@U8>                         → by @ada and @U8
                    note ab3d [x](<https://a.example/>) &lt;b&gt;  → note ab3d [x](https://a.example/) <b>
                    a < b <> <                                     → a < b <> <
                    """)
    void aCommandsWordsAreThoseThatWereTyped(String row) {
        var parts = row.split(" +→ ", 2);
        assertThat(CommandWords.of(parts[0].replace('¦', '|'), SlackNames.NONE))
                .isEqualTo(parts[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "1763373600.000200, 1763373600000200",
        "1763373600.0002, 1763373600000200",
        "1763373600, ",
        "1763373600., ",
        ".5, ",
        "17633736000000.1, ",
        "1763373600.0002000, ",
        "-1.5, ",
        "a.b, "
    })
    void timestampsAreReadToTheMicrosecond(String ts, Long micros) {
        assertThat(Ts.micros(ts)).isEqualTo(java.util.Optional.ofNullable(micros));
    }

    @Test
    void theManifestAsksForWhatIsUsed() {
        assertThat(SlackManifest.json(SlackSettings.Mode.SOCKET, false))
                .contains("\"socket_mode_enabled\" : true", "\"/glean\"", "reactions:write")
                .contains(
                        "collect_link",
                        "use_interview",
                        "add_link",
                        "app_home_opened",
                        "files:write")
                .doesNotContain("YOUR-ADDRESS", "canvases:write");
        assertThat(SlackManifest.json(SlackSettings.Mode.HTTP, true))
                .contains("\"socket_mode_enabled\" : false", "https://YOUR-ADDRESS/slack/events");
        assertThat(SlackManifest.scopes(true))
                .contains("canvases:write")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    {"type":"message","text":"<https://a.example/> #go"}                       | posted         | <https://a.example/> #go
                    {"event":{"type":"message","bot_id":"B1","text":"x"}}                      | bot            | x
                    {"type":"events_api","payload":{"event":{"type":"app_mention","text":"x"}}}| mention        | x
                    {"type":"slash_commands","payload":{"command":"/glean","text":"list"}}     | command        | list
                    {"type":"message","subtype":"message_deleted"}                             | deleted        | ^^
                    {"type":"message","subtype":"message_changed","message":{"text":"a"},"previous_message":{"text":"a"}} | unchanged | a
                    {"type":"message","subtype":"message_changed","message":{"text":"b"},"previous_message":{"text":"a"}} | edited    | b
                    {"type":"reaction_added"}                                                  | reaction_added | ^^
                    {"type":"team_join"}                                                       | ignored        | ^^
                    """)
    void whatSlackSendsCanBeInspected(String json, String kind, String markdown) {
        assertThat(SlackReading.of(json)).contains(new SlackReading(kind, markdown));
    }

    @Test
    void anAbsenceIsToldOnOneLine() {
        var berlin = java.time.ZoneId.of("Europe/Berlin");
        assertThat(
                        Absence.sentence(
                                java.time.Instant.parse("2026-11-17T01:00:00Z"),
                                java.time.Instant.parse("2026-11-17T08:10:00Z"),
                                new CatchUp.Found(7, 9, 1, 0, 0),
                                berlin))
                .isEqualTo("Away 02:00-09:10: 7 links, 1 edit recovered");
        assertThat(
                        Absence.sentence(
                                java.time.Instant.parse("2026-11-16T01:00:00Z"),
                                java.time.Instant.parse("2026-11-17T08:10:00Z"),
                                new CatchUp.Found(0, 3, 0, 0, 0),
                                berlin))
                .isEqualTo("Away 16 Nov 02:00-17 Nov 09:10: nothing was missed");
    }

    @Test
    void tokensAreNotShown() {
        assertThat(
                        new SlackTokens(
                                        "xoxb-1",
                                        java.util.Optional.of("xapp-1"),
                                        java.util.Optional.of("s"))
                                .toString())
                .isEqualTo("(Slack's tokens)");
        assertThat(
                        List.of(
                                "not_in_channel",
                                "missing_scope",
                                "invalid_auth",
                                "is_archived",
                                "ratelimited",
                                "away"))
                .allSatisfy(code ->
                        assertThat(
                                        SlackTroubles.sentence(
                                                new SlackFailure("chat.postMessage", code, ""),
                                                "C1"))
                                .matches("[A-Z].*[.]"));
    }
}
