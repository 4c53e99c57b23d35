package gleaner.slack;

import gleaner.command.Reply;
import gleaner.news.MessageId;
import java.time.Duration;
import java.util.List;

/// Where answers come out; several processes may read it.
public interface SlackOutbox {

    /// An answer.
    ///
    /// @param id its place, which grows
    /// @param to the message or command that it answers
    record Answer(String id, MessageId to, Reply reply) {}

    /// The answers after that place (`0-0`: all that were not delivered); waits at most that long
    /// for the first.
    List<Answer> read(String after, Duration wait);

    /// Whether nobody has delivered it yet.
    boolean isWaiting(Answer answer);

    /// Forgets it.
    void delivered(Answer answer);
}
