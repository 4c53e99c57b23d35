package gleaner.mastodon;

import gleaner.news.Event;
import java.util.List;

/// Where events go in.
public interface MastodonInbox {

    /// Appends in that order; when this returns, none of them can be lost.
    ///
    /// @throws gleaner.news.GleanerException (UNAVAILABLE) where it cannot be kept; some of them
    ///   may have been
    void append(List<Event> events);
}
