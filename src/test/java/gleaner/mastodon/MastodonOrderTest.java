package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Event.MessagePosted;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is heard: if these fail, one stranger can flood the newsroom.
class MastodonOrderTest extends ChannelStory {

    @Test
    void whoIsBlockedIsNotHeardNorWhoLivesBelow() {
        newsroom.block = List.of("@eve@far.example", "spam.example");
        start();
        server.mention("eve@far.example", "<p>" + link("https://x.example/1") + "</p>");
        server.mention("mal@spam.example", "<p>" + link("https://x.example/2") + "</p>");
        server.mention("mal@sub.spam.example", "<p>" + link("https://x.example/3") + "</p>");
        var fine = server.mention("ada@far.example", "<p>" + link("https://x.example/4") + "</p>");
        assertThat(nextEvents(1)).extracting(event -> event.message().id()).containsExactly(fine);
    }

    @Test
    void whereSomeAreAllowedOnlyTheyAndEditorsAreHeard() {
        newsroom.allow = List.of("near.example", "@ada@far.example");
        start();
        server.mention("eve@far.example", "<p>" + link("https://x.example/1") + "</p>");
        server.mention("ben@sub.near.example", "<p>" + link("https://x.example/2") + "</p>");
        var ids =
                List.of(
                        server.mention(
                                "ben@near.example", "<p>" + link("https://x.example/3") + "</p>"),
                        server.mention(
                                "ada@far.example", "<p>" + link("https://x.example/4") + "</p>"),
                        server.mention(
                                "editor@desk.example",
                                "<p>" + link("https://x.example/5") + "</p>"));
        assertThat(nextEvents(3))
                .extracting(event -> event.message().id())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void whoPostsTooMuchIsToldOnce() {
        newsroom.perHour = 3;
        start();
        for (int i = 0; i < 8; i++) {
            server.mention("ada@far.example", "<p>" + link("https://x.example/" + i) + "</p>");
        }
        var fine =
                server.mention("ben@far.example", "<p>" + link("https://x.example/fine") + "</p>");
        assertThat(nextEvents(4).getLast().message().id()).isEqualTo(fine);
        server.await(() -> server.postCount() == 1);
        kept.await(kept::isAnswered);
        assertThat(server.texts())
                .containsExactly(
                        "@ada@far.example That is more than 3 posts in an hour; I leave this one and the next ones aside until it is over."
                                + " Please share them again then.");
    }

    @Test
    void strangersLinksAreMarkedWhereThatIsWanted() {
        newsroom.review = true;
        newsroom.allow = List.of();
        start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/1") + "</p>");
        server.mention("editor@desk.example", "<p>" + link("https://x.example/2") + "</p>");
        assertThat(nextEvents(2))
                .extracting(event -> ((MessagePosted) event).text())
                .containsExactly("<https://x.example/1>\n\n#review", "<https://x.example/2>");
    }
}
