package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Visibility;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people write becomes what it was meant as: if these fail, links get lost, or somebody is
/// credited or shown who should not be.
class MastodonListeningTest extends ChannelStory {

    @Test
    void aMentionWithALinkIsAMessage() {
        start();
        var id =
                server.mention(
                        "ada@far.example",
                        "<p>Worth it: "
                                + link("https://x.example/a")
                                + " "
                                + tag("WebDev")
                                + "</p>");
        var posted = (MessagePosted) nextEvents(1).getFirst();
        assertThat(posted.message().toString()).isEqualTo("mastodon:mentions/" + id);
        assertThat(posted.person().id().value()).isEqualTo("mastodon:@ada@far.example");
        assertThat(posted.person().name()).isEqualTo("Ada");
        assertThat(posted.text()).isEqualTo("Worth it: <https://x.example/a> #WebDev");
        assertThat(posted.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(posted.permalink()).contains("https://far.example/@ada/" + id);
        assertThat(posted.time()).isEqualTo(Newsroom.START);
    }

    @Test
    void aNeighbourHasAFullHandleToo() {
        start();
        server.mention("ben", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(((MessagePosted) nextEvents(1).getFirst()).person().id().value())
                .isEqualTo("mastodon:@ben@here.example");
    }

    @ParameterizedTest
    @CsvSource({
        "public, PUBLIC",
        "unlisted, PUBLIC",
        "private, PRIVATE",
        "direct, PRIVATE",
        "circle, PRIVATE"
    })
    void whatFewCanReadIsPrivate(String reach, Visibility visibility) {
        start();
        server.mention(
                "ada@far.example",
                "<p>see " + link("https://x.example/a") + "</p>",
                reach,
                Optional.empty());
        assertThat(((MessagePosted) nextEvents(1).getFirst()).visibility()).isEqualTo(visibility);
    }

    @Test
    void wordsThatAreACommandAreGiven() {
        start();
        var id =
                server.mention(
                        "ada@far.example", "<p>search kubernetes</p>", "direct", Optional.empty());
        var given = (CommandGiven) nextEvents(1).getFirst();
        assertThat(given.message().id()).isEqualTo(id);
        assertThat(given.text()).isEqualTo("search kubernetes");
        assertThat(given.visibility()).isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void saveThisKeepsTheLinkOfThePostAboveAndCreditsBoth() {
        start();
        var above =
                server.status(
                        "cy@old.example",
                        "<p>My " + link("https://x.example/paper") + "</p>",
                        "public",
                        Optional.empty());
        var id = server.mention("ada@far.example", "<p>save this #k8s</p>", "public", id(above));
        var events = nextEvents(2);
        var first = (MessagePosted) events.getFirst();
        assertThat(first.message().id()).isEqualTo(above.path("id").asString());
        assertThat(first.person().id().value()).isEqualTo("mastodon:@cy@old.example");
        assertThat(first.text()).isEqualTo("My <https://x.example/paper>");
        var second = (MessagePosted) events.getLast();
        assertThat(second.message().id()).isEqualTo(id);
        assertThat(second.person().id().value()).isEqualTo("mastodon:@ada@far.example");
        assertThat(second.text()).isEqualTo("#k8s\n\n> My <https://x.example/paper>");
        assertThat(second.replyTo().orElseThrow().id()).isEqualTo(above.path("id").asString());
    }

    @Test
    void saveThisLooksOnePostFurtherUp() {
        start();
        var top =
                server.status(
                        "cy@old.example",
                        "<p>" + link("https://x.example/paper") + "</p>",
                        "public",
                        Optional.empty());
        var middle = server.status("di@old.example", "<p>wow</p>", "public", id(top));
        server.mention("ada@far.example", "<p>keep this please</p>", "public", id(middle));
        assertThat(nextEvents(2).getFirst().message().id()).isEqualTo(top.path("id").asString());
    }

    @Test
    void saveThisBelowAPostWithoutLinkIsAnswered() {
        start();
        var above = server.status("cy@old.example", "<p>no link</p>", "public", Optional.empty());
        server.mention("ada@far.example", "<p>save this</p>", "public", id(above));
        assertThat(((CommandGiven) nextEvents(1).getFirst()).text()).isEqualTo("save this");
    }

    @Test
    void aPostThatFewCanReadIsNotMadePublicBySavingIt() {
        start();
        var above =
                server.status(
                        "cy@old.example",
                        "<p>" + link("https://x.example/paper") + "</p>",
                        "private",
                        Optional.empty());
        server.mention("ada@far.example", "<p>save this</p>", "public", id(above));
        assertThat(nextEvents(2))
                .allMatch(event -> ((MessagePosted) event).visibility() == Visibility.PRIVATE);
    }

    @Test
    void aBotsPostMayBeSavedButTheBotIsNotCredited() {
        start();
        var above =
                server.status(
                        "bot@old.example",
                        "<p>" + link("https://x.example/release") + "</p>",
                        "public",
                        Optional.empty());
        server.mention("ada@far.example", "<p>save this</p>", "public", id(above));
        assertThat(nextEvents(1))
                .extracting(event -> ((MessagePosted) event).person().id().value())
                .containsExactly("mastodon:@ada@far.example");
    }

    @Test
    void aThreadOfOneAuthorIsOneText() {
        start();
        var one =
                server.status(
                        "ada@far.example",
                        "<p>First: " + link("https://x.example/1") + "</p>",
                        "public",
                        Optional.empty());
        var two =
                server.status(
                        "ada@far.example",
                        "<p>Second: " + link("https://x.example/2") + "</p>",
                        "public",
                        id(one));
        server.mention("ada@far.example", "<p>That was all</p>", "public", id(two));
        assertThat(((MessagePosted) nextEvents(1).getFirst()).text())
                .isEqualTo(
                        "First: <https://x.example/1>\n\nSecond: <https://x.example/2>\n\nThat was all");
    }

    @Test
    void botsAreNotHeard() {
        start();
        server.mention("bot@far.example", "<p>" + link("https://x.example/a") + "</p>");
        server.mention("gleaner", "<p>" + link("https://x.example/b") + "</p>");
        var last = server.mention("ada@far.example", "<p>" + link("https://x.example/c") + "</p>");
        assertThat(nextEvents(1)).extracting(event -> event.message().id()).containsExactly(last);
    }
}
