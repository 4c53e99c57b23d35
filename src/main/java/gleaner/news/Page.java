package gleaner.news;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the linked page says of itself; all of it a stranger's words.
///
/// @param authors people, in the page's order; empty where none is sure
/// @param publisher who publishes it, without "Inc." and the like
/// @param language BCP 47
/// @param image a URL
public record Page(
        Optional<String> title,
        List<String> authors,
        Optional<String> publisher,
        Optional<LocalDate> date,
        Optional<String> summary,
        Optional<String> language,
        Optional<String> image) {

    /// A page that has not been read.
    public static final Page UNREAD = new Page(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Page {
        authors = List.copyOf(authors);
    }
}
