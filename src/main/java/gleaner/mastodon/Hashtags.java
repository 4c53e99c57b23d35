package gleaner.mastodon;

import gleaner.mastodon.MastodonApi.Instance;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for links under the hashtags that are followed, and suggests them to editors.
///
/// Nobody there spoke to Gleaner: so nothing is acknowledged, and only public posts of people are
/// taken, none that carry a content warning, none of whom is blocked.
final class Hashtags {

    private static final Logger log = LoggerFactory.getLogger(Hashtags.class);
    private static final Duration BACKLOG = Duration.ofDays(1);
    private static final int MOST_PAGES = 5;

    private final Rounds.Doors doors;
    private final Composer composer;
    private final Guests guests;
    private final List<String> followed;
    private final Clock clock;
    private final Instance home;

    /// @param followed without `#`
    Hashtags(
            Rounds.Doors doors,
            Composer composer,
            Guests guests,
            List<String> followed,
            Clock clock,
            Instance home) {
        this.doors = doors;
        this.composer = composer;
        this.guests = guests;
        this.followed = followed;
        this.clock = clock;
        this.home = home;
    }

    /// Takes what is new; what a server does not let see now is looked for the next time, and holds
    /// nothing else up.
    void look() {
        for (var hashtag : followed) {
            try {
                look(hashtag);
            } catch (MastodonTrouble e) {
                log.info("Mastodon: nothing under #{} for now: {}", hashtag, e.sentence());
            }
        }
    }

    private void look(String hashtag) {
        var cursor = doors.remembered().tagged(hashtag);
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var statuses = doors.api().tagged(hashtag, cursor);
            statuses.stream().filter(this::isWelcome).forEach(status -> suggest(status, hashtag));
            if (statuses.isEmpty() || cursor.equals(Optional.of(statuses.getLast().id()))) {
                return;
            }
            cursor = Optional.of(statuses.getLast().id());
            doors.remembered().tagged(hashtag, statuses.getLast().id());
        }
    }

    private boolean isWelcome(Status status) {
        var handle = Handle.of(status.account(), home);
        return status.reach() == Reach.PUBLIC
                && !status.account().bot()
                && !composer.isOwn(Optional.of(status.account().id()))
                && !status.sensitive()
                && status.warning().isBlank()
                && !guests.isBlocked(handle)
                && status.created().isAfter(clock.instant().minus(BACKLOG))
                && doors.remembered().whole(status.id()).isEmpty();
    }

    private void suggest(Status status, String hashtag) {
        var words = composer.words(status);
        if (words.hasLinks()) {
            doors.desk()
                    .suggest(
                            new MastodonDesk.Post(
                                    status.id(),
                                    Handle.of(status.account(), home).toString(),
                                    Listening.permalink(status),
                                    status.created(),
                                    hashtag,
                                    words.own()));
        }
    }
}
