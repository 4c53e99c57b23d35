package gleaner.command;

import gleaner.store.Joining;
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
        List<Joining> joinings,
        Optional<String> undoes,
        Reply reply) {

    Plan {
        revisions = List.copyOf(revisions);
        aliases = List.copyOf(aliases);
        joinings = List.copyOf(joinings);
    }

    /// Nothing is done.
    static Plan only(Reply reply) {
        return new Plan(List.of(), List.of(), List.of(), Optional.empty(), reply);
    }

    static Plan of(List<Revision> revisions, Reply reply) {
        return new Plan(revisions, List.of(), List.of(), Optional.empty(), reply);
    }

    boolean isEmpty() {
        return revisions.isEmpty() && aliases.isEmpty() && joinings.isEmpty() && undoes.isEmpty();
    }
}
