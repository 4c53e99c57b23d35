package gleaner.command;

import gleaner.news.Event;
import gleaner.store.Sharing;
import java.util.List;

/// Keeps the links of a message; the same way in for a chat message and for the words of `add`.
public interface Collector {

    /// Keeps every link of the message; a message that was kept before changes nothing and gives
    /// the same answer.
    List<Sharing> collect(Event.MessagePosted message);
}
