package gleaner.terminal;

import gleaner.command.Reply;
import gleaner.news.Event;
import java.util.Optional;

/// How the terminal says something to Gleaner.
public interface Conversation {

    /// Says it and waits until it has been worked on.
    ///
    /// @return the answer; none to a message without links
    /// @throws gleaner.news.GleanerException (UNAVAILABLE) where nobody worked on it in time
    Optional<Reply> say(Event event);
}
