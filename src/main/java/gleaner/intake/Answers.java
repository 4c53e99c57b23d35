package gleaner.intake;

import gleaner.command.Asker;
import gleaner.command.Reply;
import gleaner.news.Event.MessagePosted;
import gleaner.store.Sharing;
import java.util.List;

/// What people are told: the answers to commands, and the acknowledgement of a message whose links
/// were kept.
public interface Answers {

    /// Does what the words ask for, once for each command id, and says what became of it.
    Reply command(String words, Asker asker);

    /// What is said of a message whose links were kept.
    Reply kept(MessagePosted message, List<Sharing> sharings);
}
