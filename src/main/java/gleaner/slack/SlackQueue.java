package gleaner.slack;

import java.time.Duration;
import java.util.List;

/// What Slack sent, until events were made of it; shared by all processes, each entry is given to
/// one.
public interface SlackQueue {

    /// What waits.
    record Entry(String id, String text) {}

    /// Keeps them in that order; when this returns none of them can be lost.
    ///
    /// @throws gleaner.news.GleanerException where one of them cannot be kept; others may have been
    void append(List<String> texts);

    /// The next ones, those of processes that died among them; waits at most that long for the
    /// first.
    List<Entry> take(int count, Duration wait);

    /// Forgets them.
    void done(List<Entry> entries);

    /// Says that this process takes no more.
    void leave();
}
