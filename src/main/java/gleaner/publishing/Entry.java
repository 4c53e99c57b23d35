package gleaner.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One entry of a feed.
///
/// @param id stays the same for good
/// @param link where it is read on the web
/// @param summary plain text
/// @param html its content
record Entry(
        String id,
        String title,
        Optional<String> link,
        Instant published,
        String summary,
        String html,
        List<String> tags) {

    Entry {
        tags = List.copyOf(tags);
    }
}
