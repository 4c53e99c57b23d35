package gleaner.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A feed in no form yet.
///
/// @param id stays the same for good
/// @param home the site that it is of
/// @param self where the feed itself is
/// @param entries the latest first
record Feed(
        String id,
        String title,
        String language,
        Optional<String> home,
        Optional<String> self,
        String author,
        List<Entry> entries) {

    Feed {
        entries = List.copyOf(entries);
    }

    /// When something in it last changed; the beginning of time where nothing is in it, since the
    /// same state gives the same bytes.
    Instant updated() {
        return entries.stream().map(Entry::published).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
