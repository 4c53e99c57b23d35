package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply;
import gleaner.mastodon.MastodonDesk.Post;
import gleaner.mastodon.MastodonDesk.Preview;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What nobody said to Gleaner: posts under a hashtag, and what a server finds on a page.
class MastodonHashtagsTest {

    private final Newsroom newsroom = new Newsroom();

    @AfterEach
    void stop() {
        newsroom.close();
    }

    @Test
    void whatIsPostedUnderAFollowedHashtagIsSuggestedAndNeverAShare() {
        newsroom.following("Kubernetes").start();
        newsroom.server.tagged("ada@far.example", "<p>old " + link(0) + "</p>", "Kubernetes");
        newsroom.kept.await(() -> newsroom.kept.suggested().size() == 1);
        var status =
                newsroom.server.tagged(
                        "ben@far.example", "<p>new " + link(1) + "</p>", "kubernetes");
        newsroom.kept.await(() -> newsroom.kept.suggested().size() == 2);
        var id = status.path("id").asString("");
        assertThat(newsroom.kept.suggested().getLast())
                .isEqualTo(
                        new Post(
                                id,
                                "@ben@far.example",
                                Optional.of("https://far.example/@ben/" + id),
                                Newsroom.START,
                                "Kubernetes",
                                "new <https://x.example/1>"));
        assertThat(newsroom.kept.events()).isEmpty();
        assertThat(newsroom.server.favourites()).isEmpty();
        assertThat(newsroom.server.posts()).isEmpty();
    }

    @Test
    void whatIsNotMeantForEverybodyIsNotSuggested() {
        newsroom.server.tagged("bot@far.example", link(1), "rust");
        newsroom.server.tagged("eve@spam.example", link(2), "rust");
        newsroom.server.tagged("ada@far.example", link(3), "rust").put("visibility", "unlisted");
        newsroom.server.tagged("ada@far.example", link(4), "rust").put("sensitive", true);
        newsroom.server.tagged("ada@far.example", link(5), "rust").put("spoiler_text", "politics");
        newsroom.server.tagged("ada@far.example", "<p>no link</p>", "rust");
        newsroom.server.tagged("gleaner", link(6), "rust");
        newsroom.server
                .tagged("ada@far.example", link(7), "rust")
                .put("created_at", Newsroom.START.minus(Duration.ofDays(2)).toString());
        newsroom.server.tagged("ada@far.example", link(8), "rust");
        newsroom.following("rust").start();
        newsroom.kept.await(() -> newsroom.kept.notes().containsKey("hashtag:rust"));
        assertThat(newsroom.kept.suggested())
                .extracting(Post::markdown)
                .containsExactly("<https://x.example/8>");
    }

    @Test
    void aHashtagThatMayNotBeSeenHoldsNothingUp() {
        for (int i = 0; i < 50; i++) {
            newsroom.server.fault("GET /api/v1/timelines/tag/rust", 422, "<html>no", Map.of());
        }
        newsroom.following("rust", "go").start();
        newsroom.server.tagged("ada@far.example", link(1), "go");
        newsroom.server.mention("ada@far.example", "<p>" + link(2) + "</p>");
        newsroom.nextEvents(1);
        newsroom.kept.await(() -> newsroom.kept.suggested().size() == 1);
    }

    @Test
    void aCardIsTakenWithTheFavouriteAndWhenTheStatusIsLookedAtAgain() {
        newsroom.start();
        var id = newsroom.server.mention("ada@far.example", "<p>" + link(1) + "</p>");
        var posted = newsroom.nextEvents(1).getFirst();
        newsroom.server.card(id, "https://x.example/1", "A title", "Example");
        newsroom.answer(posted, Reply.Kind.DONE, "Kept.");
        newsroom.kept.await(() -> !newsroom.kept.previews().isEmpty());
        newsroom.clock.forward(Duration.ofMinutes(2));
        newsroom.kept.await(() -> newsroom.kept.previews().size() >= 2);
        assertThat(newsroom.kept.previews())
                .containsOnly(new Preview("https://x.example/1", "A title", "", "", "Example", ""));
    }

    private static String link(int number) {
        return "<a href=\"https://x.example/%d\">https://x.example/%d</a>"
                .formatted(number, number);
    }
}
