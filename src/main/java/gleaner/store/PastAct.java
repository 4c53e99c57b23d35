package gleaner.store;

import gleaner.news.Curation;
import gleaner.news.LinkId;
import gleaner.news.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An act in the history.
///
/// @param id grows with time
/// @param number its place in the history, from 1
/// @param words the command as it was given
/// @param changes each link's curation before and after; of a publishing none, see [Snapshot]
/// @param fields what was written for the issue that was open
/// @param published the issue that was published or taken back
/// @param undoes the id of the act that it took back
/// @param handed what was handed over
public record PastAct(
        String id,
        long number,
        Person by,
        Instant at,
        String words,
        List<Change> changes,
        List<TagAlias> aliases,
        List<IssueChange> fields,
        Optional<Integer> published,
        List<Joining> joinings,
        Optional<String> undoes,
        Optional<HandedOver> handed) {

    public PastAct {
        changes = List.copyOf(changes);
        aliases = List.copyOf(aliases);
        fields = List.copyOf(fields);
        joinings = List.copyOf(joinings);
    }

    /// One link's part of it.
    public record Change(LinkId link, Curation before, Curation after) {}
}
