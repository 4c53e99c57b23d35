package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.Event.ReactionRemoved;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// If these fail, a kind of message is lost, read as somebody else's, or shown to those who may not
/// see it.
class SlackEventsTest {

    private static final Instant CAME = Instant.parse("2026-11-20T12:00:00Z");

    private final FakeSlack slack = new FakeSlack();
    private final OwnThreads threads = new OwnThreads();
    private SlackEvents events;

    @BeforeEach
    void open() {
        slack.person("U1", "ada");
        slack.channel("C1", "news", false);
        slack.channel("C2", "closed", true);
        events = events(List.of());
    }

    private SlackEvents events(List<String> bots) {
        var settings =
                new SlackSettings(
                        slack.apiUrl(),
                        java.util.Optional.empty(),
                        bots,
                        "bookmark",
                        "repeat",
                        SlackSettings.Mode.SOCKET,
                        0,
                        false,
                        false);
        var api =
                new SlackApi(
                        SlackClient.of(settings, threads),
                        slack.apiUrl().toString(),
                        FakeSlack.BOT_TOKEN,
                        new Stop());
        var directory = new SlackDirectory(api, new Remembered(), _ -> {});
        return new SlackEvents(
                directory,
                new Self("U0BOT", "B0BOT", "https://team.slack.com/", "T1"),
                new SlackBots(bots),
                new EditedDrafts(api));
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        slack.close();
        threads.close(java.time.Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    a message            | {'type':'message','channel':'C1','channel_type':'channel','user':'U1','ts':'1763373600.000200','text':'<https://a.example/>'}                                    | posted U1 ada in C1 news PUBLIC: <https://a.example/>
                    an action            | {'type':'message','subtype':'me_message','channel':'C1','user':'U1','ts':'1763373600.000200','text':'waves'}                                                    | posted U1 ada in C1 news PUBLIC: waves
                    with a file          | {'type':'message','subtype':'file_share','channel':'C1','channel_type':'channel','user':'U1','ts':'1763373600.000200','text':'see','files':[{'url_private':'https://files.slack.com/x'}]} | posted U1 ada in C1 news PUBLIC: see
                    in a private channel | {'type':'message','channel':'C2','user':'U1','ts':'1763373600.000200','text':'hush'}                                                                           | posted U1 ada in C2 closed PRIVATE: hush
                    a private one by kind| {'type':'message','channel':'C1','channel_type':'group','user':'U1','ts':'1763373600.000200','text':'hush'}                                                    | posted U1 ada in C1 news PRIVATE: hush
                    an unknown channel   | {'type':'message','channel':'C9','user':'U9','ts':'1763373600.000200','text':'who'}                                                                            | posted U9 U9 in C9 C9 PRIVATE: who
                    a link to Gleaner    | {'type':'message','channel':'D1','channel_type':'im','user':'U1','ts':'1763373600.000200','text':'<https://a.example/>'}                                       | posted U1 ada in D1 direct message PRIVATE: <https://a.example/>
                    words to Gleaner     | {'type':'message','channel':'D1','channel_type':'im','user':'U1','ts':'1763373600.000200','text':'list #go'}                                                   | command U1 in D1: list #go
                    a mention first      | {'type':'message','channel':'C1','user':'U1','ts':'1763373600.000200','text':' <@U0BOT> add <https://a.example/> <#C1>'}                                   | command U1 in C1: add https://a.example/ #news
                    the mention itself   | {'type':'app_mention','channel':'C1','user':'U1','ts':'1763373600.000200','text':'<@U0BOT> tags'}                                                              | command U1 in C1: tags
                    a mention on its way | {'type':'app_mention','channel':'C1','user':'U1','ts':'1763373600.000200','text':'ask <@U0BOT>'}                                                                | -
                    Gleaner itself       | {'type':'message','channel':'C1','user':'U0BOT','bot_id':'B0BOT','ts':'1763373600.000200','text':'<https://a.example/>'}                                       | -
                    another bot          | {'type':'message','channel':'C1','user':'U7','bot_id':'B7','ts':'1763373600.000200','text':'<https://a.example/>'}                                             | -
                    somebody joined      | {'type':'message','subtype':'channel_join','channel':'C1','user':'U1','ts':'1763373600.000200','text':'joined'}                                                | -
                    a preview            | {'type':'message','subtype':'message_changed','hidden':true,'channel':'C1','ts':'1763373700.000100','message':{'user':'U1','ts':'1763373600.000200','text':'a','attachments':[{'from_url':'https://a.example/','text':'x'}]},'previous_message':{'user':'U1','ts':'1763373600.000200','text':'a'}} | -
                    an edit              | {'type':'message','subtype':'message_changed','channel':'C1','ts':'1763373700.000100','message':{'user':'U1','ts':'1763373600.000200','text':'b','edited':{'ts':'1763373699.000000'}},'previous_message':{'user':'U1','ts':'1763373600.000200','text':'a'}} | edited 1763373600.000200 at 2025-11-17T10:01:39.999Z: b
                    an edit by itself    | {'type':'message','subtype':'message_changed','channel':'C1','ts':'1763373700.000100','message':{'user':'U1','ts':'1763373600.000200','text':'b','edited':{'ts':'1763373699.000000'}}} | edited 1763373600.000200 at 2025-11-17T10:01:39.999Z: b
                    a deletion           | {'type':'message','subtype':'message_deleted','channel':'C1','ts':'1763373700.000100','deleted_ts':'1763373600.000200'}                                        | deleted 1763373600.000200
                    a deleted root       | {'type':'message','subtype':'message_changed','channel':'C1','ts':'1763373700.000100','message':{'subtype':'tombstone','ts':'1763373600.000200'}}               | deleted 1763373600.000200
                    a reaction           | {'type':'reaction_added','user':'U1','reaction':'wave::skin-tone-2','item':{'type':'message','channel':'C1','ts':'1763373600.000200'},'event_ts':'1763373700.000100'} | added wave by U1
                    it taken back        | {'type':'reaction_removed','user':'U1','reaction':'wave','item':{'type':'message','channel':'C1','ts':'1763373600.000200'},'event_ts':'1763373700.000100'}      | removed wave by U1
                    Gleaner's reaction   | {'type':'reaction_added','user':'U0BOT','reaction':'bookmark','item':{'type':'message','channel':'C1','ts':'1763373600.000200'},'event_ts':'1763373700.000100'} | -
                    a bare reaction      | {'type':'reaction_added','user':'U1','reaction':'wave','item':{'channel':'C1','ts':'1763373600.000200'}}                                                        | added wave by U1
                    to a file            | {'type':'reaction_added','user':'U1','reaction':'wave','item':{'type':'file','file':'F1'},'event_ts':'1763373700.000100'}                                       | -
                    """)
    void whatHappensBecomesEvents(String what, String json, String told) {
        assertThat(tell(events.of(new JsonMapper().readTree(json.replace('\'', '"')), CAME)))
                .as(what)
                .isEqualTo(told.equals("-") ? "" : told);
    }

    /// Slack tells an edit to the second, and what is not newer is not written.
    @ParameterizedTest
    @CsvSource({
        // posted, edited, told; in what order they are
        "1763373600.900000, 1763373700.000000, 1763373700.300000, 2025-11-17T10:01:40.300Z",
        "1763373600.900000, 1763373700.000000, 1763373703.000000, 2025-11-17T10:01:40.999Z",
        "1763373600.900000, 1763373600.000000, 1763373600.951000, 2025-11-17T10:00:00.951Z",
        "1763373600.900000, 1763373600.000000, , 2025-11-17T10:00:00.901Z",
        "1763373600.000001, 1763373600.000002, 1763373600.000003, 2025-11-17T10:00:00.002Z",
        "1763373600.000001, 1763373600.000004, 1763373600.000005, 2025-11-17T10:00:00.004Z",
        "1763373600.000001, 1763373600.000900, 1763373600.000901, 2025-11-17T10:00:00.020Z",
        "1763373600.000001, 1763373601.000002, 1763373601.000003, 2025-11-17T10:00:01Z",
        "1763373600.000001, , 1763373601.000003, 2025-11-17T10:00:01Z",
    })
    void anEditIsNewerThanWhatItEdits(String posted, String edited, String told, Instant time) {
        var event =
                """
                {"type":"message","subtype":"message_changed","channel":"C1","ts":"%s",
                 "message":{"user":"U1","ts":"%s","text":"b","edited":{"ts":"%s"}},
                 "previous_message":{"user":"U1","ts":"%s","text":"a"}}\
                """
                        .formatted(told, posted, edited, posted);
        assertThat(events.of(new JsonMapper().readTree(event), CAME))
                .extracting(Event::time)
                .containsExactly(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"type\":\"message\"}",
                "{\"type\":\"message\",\"channel\":\"C1\",\"ts\":\"now\",\"user\":\"U1\",\"text\":\"a\"}",
                "{\"type\":\"message\",\"channel\":\"C1/2\",\"ts\":\"1763373600.000200\",\"user\":\"U1\",\"text\":\"a\"}",
                "{\"type\":\"message\",\"channel\":5,\"ts\":7,\"user\":[],\"text\":{}}",
                "{\"type\":\"message\",\"subtype\":\"message_changed\",\"channel\":\"C1\",\"message\":[]}",
                "{\"type\":\"reaction_added\",\"reaction\":\"\",\"item\":\"x\"}"
            })
    void whatIsMalformedGivesNothing(String json) {
        assertThat(events.of(new JsonMapper().readTree(json), CAME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"B7", "a7", "Deploys", "*"})
    void aBotThatTheConfigurationNamesIsRead(String name) {
        var message =
                """
                {"type":"message","channel":"C1","bot_id":"B7","app_id":"A7","bot_profile":{"name":"deploys"},
                 "ts":"1763373600.000200","text":"","attachments":[{"title":"Release 2","title_link":"https://a.example/2"}]}\
                """;
        assertThat(tell(events(List.of(name)).of(new JsonMapper().readTree(message), CAME)))
                .isEqualTo("posted B7 deploys in C1 news PUBLIC: [Release 2](https://a.example/2)");
    }

    @Test
    void aReplyKnowsItsThreadAndItsOwnAddress() {
        var message =
                """
                {"type":"message","subtype":"thread_broadcast","channel":"C1","user":"U1","ts":"1763373601.000200",
                 "thread_ts":"1763373600.000200","text":"b","root":{"text":"<https://root.example/>"}}\
                """;
        assertThat(events.of(new JsonMapper().readTree(message), CAME))
                .singleElement()
                .satisfies(event -> {
                    var posted = (MessagePosted) event;
                    assertThat(posted.text()).isEqualTo("b");
                    assertThat(posted.replyTo().orElseThrow().id()).isEqualTo("1763373600.000200");
                    assertThat(posted.permalink())
                            .contains(
                                    "https://team.slack.com/archives/C1/p1763373601000200?thread_ts=1763373600.000200&cid=C1");
                    assertThat(posted.time()).isEqualTo(Instant.parse("2025-11-17T10:00:01Z"));
                });
    }

    @Test
    void aNameIsAskedForOnce() {
        for (int i = 0; i < 5; i++) {
            events.of(
                    new JsonMapper()
                            .readTree(
                                    "{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"176337360%d.000200\",\"text\":\"a\"}"
                                            .formatted(i)),
                    CAME);
        }
        assertThat(slack.calls("users.info")).hasSize(1);
        assertThat(slack.calls("conversations.info")).hasSize(1);
    }

    private static String tell(List<Event> events) {
        return String.join(
                "; ",
                events.stream()
                        .map(event ->
                                switch (event) {
                                    case MessagePosted posted ->
                                            "posted %s %s in %s %s %s: %s"
                                                    .formatted(
                                                            posted.person().id().name(),
                                                            posted.person().name(),
                                                            posted.channel().id().name(),
                                                            posted.channel().name(),
                                                            posted.visibility(),
                                                            posted.text());
                                    case MessageEdited edited ->
                                            "edited %s at %s: %s"
                                                    .formatted(
                                                            edited.message().id(),
                                                            edited.time(),
                                                            edited.text());
                                    case MessageDeleted deleted ->
                                            "deleted " + deleted.message().id();
                                    case ReactionAdded added ->
                                            "added %s by %s"
                                                    .formatted(
                                                            added.emoji(),
                                                            added.person().id().name());
                                    case ReactionRemoved removed ->
                                            "removed %s by %s"
                                                    .formatted(
                                                            removed.emoji(),
                                                            removed.person().id().name());
                                    case CommandGiven command ->
                                            "command %s in %s: %s"
                                                    .formatted(
                                                            command.person().id().name(),
                                                            command.channel().id().name(),
                                                            command.text());
                                })
                        .toList());
    }
}
