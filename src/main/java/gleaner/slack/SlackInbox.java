package gleaner.slack;

import gleaner.news.Event;
import java.time.Duration;
import java.util.List;

/// Where events go in.
public interface SlackInbox {

    /// Appends in that order; when this returns none of them can be lost.
    ///
    /// @throws gleaner.news.GleanerException where it cannot be kept
    void append(List<Event> events);

    /// Waits until all that was appended so far has been worked off.
    ///
    /// @return false where that took longer than the patience
    boolean awaitDone(Duration patience) throws InterruptedException;
}
