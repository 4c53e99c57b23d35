package gleaner.mastodon;

import gleaner.command.Reply;
import gleaner.news.MessageId;
import java.time.Duration;
import java.util.List;

/// Where answers wait until they have been given. Throws [gleaner.news.GleanerException]
/// (UNAVAILABLE) where it is away.
public interface MastodonOutbox {

    /// An answer.
    ///
    /// @param place in the outbox
    /// @param to the message or command that it answers
    record Answer(String place, MessageId to, Reply reply) {}

    /// Puts an answer of the channel's own in; a second one to the same message is dropped.
    void send(MessageId to, Reply reply);

    /// The answers after that place (empty: all); waits at most so long for the first.
    List<Answer> read(String after, Duration wait);

    /// Forgets an answer that was given.
    void delivered(Answer answer);
}
