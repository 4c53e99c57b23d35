package gleaner.news;

import java.time.Instant;
import java.util.Optional;

/// What happened in a channel; the only form in which anything comes in.
///
/// Every event may arrive twice, late, or before the one that it speaks of: whoever handles it must
/// not mind.
public sealed interface Event {

    /// The message that it is about; of a command, the command's own.
    MessageId message();

    /// When it happened, by the channel's clock.
    Instant time();

    /// Somebody wrote a message.
    ///
    /// @param text Markdown
    /// @param replyTo the message that it answers
    /// @param permalink a URL of the message
    /// @param section the section that the source names for its links, as written
    record MessagePosted(
            MessageId message,
            Channel channel,
            Person person,
            Instant time,
            String text,
            Visibility visibility,
            Optional<MessageId> replyTo,
            Optional<String> permalink,
            Optional<String> section)
            implements Event {}

    /// Somebody changed the words of a message.
    ///
    /// @param time of the edit
    /// @param text the whole new words, Markdown
    record MessageEdited(MessageId message, Instant time, String text) implements Event {}

    /// A message was deleted.
    record MessageDeleted(MessageId message, Instant time) implements Event {}

    /// Somebody reacted to a message.
    ///
    /// @param emoji its name without colons, or the character itself
    record ReactionAdded(MessageId message, Person person, Instant time, String emoji)
            implements Event {}

    /// Somebody took a reaction back.
    record ReactionRemoved(MessageId message, Person person, Instant time, String emoji)
            implements Event {}

    /// Somebody said something to Gleaner.
    ///
    /// @param message the command's own id
    /// @param text the words after Gleaner's name
    /// @param about the message that the command answers
    /// @param permalink a URL of the command
    record CommandGiven(
            MessageId message,
            Channel channel,
            Person person,
            Instant time,
            String text,
            Visibility visibility,
            Optional<MessageId> about,
            Optional<String> permalink)
            implements Event {

        /// One that no URL leads to.
        public CommandGiven(
                MessageId message,
                Channel channel,
                Person person,
                Instant time,
                String text,
                Visibility visibility,
                Optional<MessageId> about) {
            this(message, channel, person, time, text, visibility, about, Optional.empty());
        }
    }
}
