package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply;
import gleaner.news.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/// What people and servers do in a newsroom, in short words, for the tests of what comes of it.
abstract class ChannelStory {

    final Newsroom newsroom = new Newsroom();
    final FakeMastodon server = newsroom.server;
    final Kept kept = newsroom.kept;
    final MovingClock clock = newsroom.clock;

    @AfterEach
    final void stop() {
        newsroom.close();
    }

    final MastodonChannel start() {
        return newsroom.start();
    }

    /// All events, which are to be so many.
    final List<Event> nextEvents(int count) {
        assertThat(newsroom.nextEvents(count)).hasSize(count);
        return kept.events();
    }

    /// Waits until a status has been dealt with.
    final void awaitTaken(String id) {
        kept.await(() ->
                kept.read("status:" + id)
                        .flatMap(text -> Seen.read(id, text))
                        .filter(Seen::taken)
                        .isPresent());
    }

    final void answer(Event to, Reply.Kind kind, String markdown) {
        newsroom.answer(to, kind, markdown);
    }

    static Optional<String> id(JsonNode status) {
        return Optional.of(status.path("id").asString());
    }

    static String link(String url) {
        return "<a href=\"%s\" rel=\"nofollow\">%s</a>".formatted(url, url);
    }

    static String tag(String name) {
        return "<a href=\"https://here.example/tags/%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>"
                .formatted(name, name);
    }
}
