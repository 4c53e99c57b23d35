package gleaner.slack;

import gleaner.news.Event.MessagePosted;
import gleaner.news.MessageId;
import gleaner.news.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What is known already of messages, so that a look back finds out what was missed.
public interface SlackArchive {

    /// Somebody's reaction that stands.
    record Reaction(PersonId person, String emoji) {}

    /// What is known of a message.
    ///
    /// @param version when its words were written
    /// @param links how many it has
    record Known(Instant version, int links, Set<Reaction> reactions) {}

    Optional<Known> known(MessageId message);

    /// The message as it was first told, without its words.
    Optional<MessagePosted> message(MessageId message);
}
