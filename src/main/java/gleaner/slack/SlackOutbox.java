package gleaner.slack;

import gleaner.command.Reply;
import gleaner.news.MessageId;
import gleaner.news.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where answers come out; several processes may read it.
public interface SlackOutbox {

    /// An answer.
    ///
    /// @param id its place, which grows
    /// @param to the message or command that it answers
    /// @param gesture whose reaction it answers; empty where it answers words
    record Answer(String id, MessageId to, Reply reply, Optional<Gesture> gesture) {}

    /// A reaction of somebody to a message.
    record Gesture(PersonId person, MessageId message) {}

    /// The answers after that place (`0-0`: all that were not delivered); waits at most that long
    /// for the first.
    List<Answer> read(String after, Duration wait);

    /// Whether nobody has delivered it yet.
    boolean isWaiting(Answer answer);

    /// Forgets it.
    void delivered(Answer answer);
}
