package gleaner.store;

import gleaner.news.Curation;
import gleaner.news.LinkId;
import gleaner.news.Person;
import java.time.Instant;
import java.util.List;

/// An act in the history.
///
/// @param id grows with time
/// @param words the command as it was given
/// @param changes each link's curation before and after
public record PastAct(
        String id, Person by, Instant at, String words, List<Change> changes, List<TagAlias> aliases, List<Joining> joinings) {

    public PastAct {
        changes = List.copyOf(changes);
        aliases = List.copyOf(aliases);
        joinings = List.copyOf(joinings);
    }

    /// One link's part of it.
    public record Change(LinkId link, Curation before, Curation after) {}
}
