package gleaner.command;

import gleaner.store.IssueChange;
import gleaner.store.Joining;
import gleaner.store.PastAct;
import gleaner.store.Publication;
import gleaner.store.Revision;
import gleaner.store.TagAlias;
import java.util.List;
import java.util.Optional;

/// What a command would do to the links as they were read, and what is told once it is done.
///
/// @param joinings which links become one or go apart
/// @param undoes the act that it takes back
record Plan(
        List<Revision> revisions,
        List<TagAlias> aliases,
        List<IssueChange> fields,
        Optional<Publication> publication,
        List<Joining> joinings,
        Optional<PastAct> undoes,
        Reply reply) {

    Plan {
        revisions = List.copyOf(revisions);
        aliases = List.copyOf(aliases);
        fields = List.copyOf(fields);
        joinings = List.copyOf(joinings);
    }

    Plan(List<Revision> revisions, List<TagAlias> aliases, Optional<PastAct> undoes, Reply reply) {
        this(revisions, aliases, List.of(), Optional.empty(), List.of(), undoes, reply);
    }

    /// Links become one or go apart.
    Plan(
            List<Revision> revisions,
            List<TagAlias> aliases,
            List<Joining> joinings,
            Optional<PastAct> undoes,
            Reply reply) {
        this(revisions, aliases, List.of(), Optional.empty(), joinings, undoes, reply);
    }

    /// Nothing is done.
    static Plan only(Reply reply) {
        return new Plan(List.of(), List.of(), List.of(), Optional.empty(), reply);
    }

    static Plan of(List<Revision> revisions, Reply reply) {
        return new Plan(revisions, List.of(), Optional.empty(), reply);
    }

    /// Something of the issue is written.
    static Plan of(List<Revision> revisions, List<IssueChange> fields, Reply reply) {
        return new Plan(
                revisions, List.of(), fields, Optional.empty(), List.of(), Optional.empty(), reply);
    }

    /// The issue is published or taken back.
    static Plan of(List<Revision> revisions, Publication publication, Reply reply) {
        return new Plan(
                revisions,
                List.of(),
                List.of(),
                Optional.of(publication),
                List.of(),
                Optional.empty(),
                reply);
    }

    boolean isEmpty() {
        return revisions.isEmpty()
                && aliases.isEmpty()
                && fields.isEmpty()
                && publication.isEmpty()
                && joinings.isEmpty()
                && undoes.isEmpty();
    }
}
