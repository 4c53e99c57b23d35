package gleaner.store;

import gleaner.news.MessageId;
import gleaner.news.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that somebody did by a command: it happens wholly or not at all, and once.
///
/// @param id the command's own id; a second act of the same id does nothing
/// @param words the command as given, for the history
/// @param revisions what changes of links
/// @param aliases what changes of tags' names
/// @param fields what changes of what is written for the open issue
/// @param publication what becomes of the open issue
/// @param joinings which links become one or go apart; a revision of the one that stays says what
///   holds for both
/// @param undoes the act that this one takes back
/// @param answer what is told to whoever gave the command; kept, so that it can be told again
public record Act(
        MessageId id,
        Person by,
        Instant at,
        String words,
        List<Revision> revisions,
        List<TagAlias> aliases,
        List<IssueChange> fields,
        Optional<Publication> publication,
        List<Joining> joinings,
        Optional<PastAct> undoes,
        String answer) {

    public Act {
        revisions = List.copyOf(revisions);
        aliases = List.copyOf(aliases);
        fields = List.copyOf(fields);
        joinings = List.copyOf(joinings);
    }
}
