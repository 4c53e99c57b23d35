package gleaner.mastodon;

import java.time.Instant;
import java.util.Optional;

/// What the channel asks of the newsroom and hands over to it, beside messages. Throws
/// [gleaner.news.GleanerException] (UNAVAILABLE) where it is away.
public interface MastodonDesk {

    /// A published issue.
    ///
    /// @param at when; another time means that it was taken back and published again
    /// @param markdown its exact text
    record Issue(int number, Instant at, String markdown) {}

    /// The latest published issue; empty where none stands.
    Optional<Issue> published();
}
