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
/// @param handed what was handed over; such an act changes nothing here, and is never taken back
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
        Optional<HandedOver> handed,
        String answer) {

    public Act {
        revisions = List.copyOf(revisions);
        aliases = List.copyOf(aliases);
        fields = List.copyOf(fields);
        joinings = List.copyOf(joinings);
    }

    /// One that changes something here.
    public Act(
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
        this(
                id,
                by,
                at,
                words,
                revisions,
                aliases,
                fields,
                publication,
                joinings,
                undoes,
                Optional.empty(),
                answer);
    }

    /// A published issue was handed over.
    public static Act handedOver(
            MessageId id, Person by, Instant at, String words, HandedOver handed, String answer) {
        return new Act(
                id,
                by,
                at,
                words,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(handed),
                answer);
    }
}
