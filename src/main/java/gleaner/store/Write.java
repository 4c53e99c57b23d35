package gleaner.store;

import gleaner.news.CapturedShare;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.MessageId;
import gleaner.news.PersonId;
import java.time.Instant;
import java.util.List;

/// What is written about a message. Each may be written any number of times and late: the store
/// keeps the newest.
public sealed interface Write {

    MessageId message();

    /// A message and the links in it.
    ///
    /// @param version the time of the words: the message's own, or that of an edit which came
    ///   before the message
    record Post(MessagePosted posted, Instant version, List<CapturedShare> shares)
            implements Write {
        @Override
        public MessageId message() {
            return posted.message();
        }
    }

    /// New words of a message.
    ///
    /// @param posted the message as it was first written, with the new words
    record Edit(MessagePosted posted, Instant version, List<CapturedShare> shares)
            implements Write {
        @Override
        public MessageId message() {
            return posted.message();
        }
    }

    /// New words of a message that has not come yet.
    record EarlyEdit(MessageEdited edited) implements Write {
        @Override
        public MessageId message() {
            return edited.message();
        }
    }

    /// The end of a message.
    record Delete(MessageDeleted deleted) implements Write {
        @Override
        public MessageId message() {
            return deleted.message();
        }
    }

    /// A reaction, or its end.
    ///
    /// @param on whether it stands from then on
    /// @param vote whether it counts as a vote; an editor's act does not
    record React(
            MessageId message,
            PersonId person,
            String emoji,
            Instant time,
            boolean on,
            boolean vote)
            implements Write {}
}
