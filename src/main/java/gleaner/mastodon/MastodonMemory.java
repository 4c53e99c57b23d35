package gleaner.mastodon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the channel must still know after it was killed: short texts under names, ids to look at
/// again, counts, and who of several processes speaks for the account. Durable when a method
/// returns; throws [gleaner.news.GleanerException] (UNAVAILABLE) where it cannot keep.
public interface MastodonMemory {

    Optional<String> read(String name);

    /// Writes a text, in the place of an earlier one of that name.
    ///
    /// @param life after which it may be forgotten; zero for ever
    void write(String name, String text, Duration life);

    /// Has that id come up in [#due] from then on; a later call moves it.
    void remind(String id, Instant when);

    /// Does both in one go, which may end in between.
    void write(String name, String text, Duration life, String id, Instant when);

    /// Takes that id out of [#due].
    void settle(String id);

    /// At most so many ids whose time has come, the longest waiting first.
    List<String> due(Instant now, int most);

    /// Counts one more of that name.
    ///
    /// @param window after the first of them the count begins anew
    /// @return how many there were in the window, this one included
    long count(String name, Duration window);

    /// Makes this process the one that speaks, or stays it; false where another one is.
    ///
    /// @param life after which another may, if this one does not ask again
    boolean hold(String holder, Duration life);

    /// Lets another process speak at once.
    void release(String holder);
}
