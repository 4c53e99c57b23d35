package gleaner.store;

import gleaner.news.LinkId;
import java.time.Instant;
import java.util.List;

/// What became of a write.
///
/// @param version of the words that the store has now; the epoch where it has none
/// @param links the message's links in their order, those that an edit took out at the end
/// @param earlyReactions those that came before the message
public record Written(
        Status status, Instant version, List<Part> links, List<EarlyReaction> earlyReactions) {

    /// How it ended.
    public enum Status {
        /// It was written.
        DONE,
        /// The message was there already; nothing was written.
        KNOWN,
        /// Something newer was there already; nothing was written.
        STALE,
        /// The message is not there yet; what was said of it is kept until it comes.
        WAITING,
        /// An edit came before the message: write the message again with the words of
        /// [Messages#earlyWords].
        PENDING,
        /// The message was deleted before it came.
        DELETED
    }

    /// A link of the message.
    public record Part(LinkId link, boolean isNew) {}

    /// A reaction that came before its message.
    public record EarlyReaction(gleaner.news.PersonId person, String emoji) {}
}
