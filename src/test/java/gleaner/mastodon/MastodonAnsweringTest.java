package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply;
import gleaner.news.Event.MessagePosted;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, somebody is answered twice or never, or before more people than they wrote to.
class MastodonAnsweringTest extends ChannelStory {

    @Test
    void aKeptLinkIsAcknowledgedByAFavouriteAndNoWords() {
        start();
        var id = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        answer(nextEvents(1).getFirst(), Reply.Kind.DONE, "Kept `k3f9`");
        server.await(() -> server.favourites().contains(id));
        kept.await(kept::isAnswered);
        assertThat(server.posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "public, unlisted",
        "unlisted, unlisted",
        "private, direct",
        "direct, direct",
        "circle, direct"
    })
    void anAnswerIsNeverWiderThanTheQuestion(String asked, String answered) {
        start();
        var id = server.mention("ada@far.example", "<p>list</p>", asked, Optional.empty());
        answer(
                nextEvents(1).getFirst(),
                Reply.Kind.SHOWN,
                "- `k3f9` [A post](https://x.example/a) by @ben@near.example\n- two");
        server.await(() -> server.postCount() == 1);
        var post = server.posts().getFirst();
        assertThat(post.path("visibility").asString()).isEqualTo(answered);
        assertThat(post.path("in_reply_to_id").asString()).isEqualTo(id);
        assertThat(post.path("text").asString())
                .isEqualTo(
                        "@ada@far.example • k3f9 A post https://x.example/a by @\u2060ben@\u2060near.example\n• two");
    }

    @Test
    void aLongAnswerIsAShortThread() {
        start();
        server.mention("ben", "<p>list</p>", "direct", Optional.empty());
        var lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            lines.append("- number ").append(i).append(" of a list that is too long\n");
        }
        answer(nextEvents(1).getFirst(), Reply.Kind.SHOWN, lines.toString());
        server.await(() -> server.postCount() == 3);
        kept.await(kept::isAnswered);
        var posts = server.posts();
        assertThat(posts).allMatch(post -> post.path("text").asString().startsWith("@ben • "));
        assertThat(posts).allMatch(post -> post.path("text").asString().length() <= 500);
        assertThat(posts.get(1).path("in_reply_to_id").asString())
                .isEqualTo(posts.get(0).path("id").asString());
        assertThat(posts.get(2).path("text").asString()).endsWith("\n…");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverIsKilledAfterAPostDoesNotPostItAgain(boolean heedsKeys)
            throws InterruptedException {
        if (!heedsKeys) {
            server.ignoringKeys();
        }
        var left = new AtomicInteger(1);
        var first = newsroom.startDyingAfter(left);
        server.mention("ada@far.example", "<p>help</p>", "direct", Optional.empty());
        answer(nextEvents(1).getFirst(), Reply.Kind.SHOWN, "This is the help.");
        server.await(() -> server.postCount() == 1);
        first.close();
        kept.leaseRunsOut();
        assertThat(left).hasValue(0);
        start();
        kept.await(kept::isAnswered);
        assertThat(server.texts()).containsExactly("@ada@far.example This is the help.");
    }

    @Test
    void anAnswerWaitsUntilTheServerIsBack() {
        start();
        server.mention("ada@far.example", "<p>help</p>");
        var event = nextEvents(1).getFirst();
        server.fault("POST /api/v1/statuses", 503, "", Map.of());
        server.fault("POST /api/v1/statuses", 502, "<html>", Map.of());
        answer(event, Reply.Kind.SHOWN, "This is the help.");
        kept.await(kept::isAnswered);
        assertThat(server.postCount()).isEqualTo(1);
    }

    @Test
    void anAnswerThatTheServerNeverTakesHoldsUpNoOther() {
        newsroom.pause = Duration.ofHours(1);
        start();
        var first = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        var second =
                server.mention("ben@far.example", "<p>" + link("https://x.example/b") + "</p>");
        var events = nextEvents(2);
        var post = "POST /api/v1/statuses/" + first + "/favourite";
        for (int i = 0; i < 1_000; i++) {
            server.fault(post, 500, "", Map.of());
        }
        answer(events.getFirst(), Reply.Kind.DONE, "Kept it.");
        server.await(() -> server.requested(post));
        answer(events.getLast(), Reply.Kind.DONE, "Kept it.");
        server.await(() -> server.favourites().contains(second));
        assertThat(server.favourites()).containsExactly(second);
    }

    @Test
    void anAnswerToADeletedMentionIsDropped() {
        start();
        var id = server.mention("ada@far.example", "<p>help</p>");
        var event = nextEvents(1).getFirst();
        awaitTaken(id);
        server.delete(id);
        answer(event, Reply.Kind.SHOWN, "This is the help.");
        kept.await(kept::isAnswered);
        assertThat(server.posts()).isEmpty();
    }

    @Test
    void ownAnswersAndAnswersToThemAreNoConversation() {
        start();
        server.mention("ada@far.example", "<p>help</p>", "direct", Optional.empty());
        answer(nextEvents(1).getFirst(), Reply.Kind.SHOWN, "This is the help.");
        server.await(() -> server.postCount() == 1);
        var own = server.posts().getFirst();
        server.mention("ada@far.example", "<p>I am away until Monday.</p>", "direct", id(own));
        var event = nextEvents(2).getLast();
        assertThat(event).isInstanceOf(MessagePosted.class);
    }
}
