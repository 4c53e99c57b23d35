package gleaner.news;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the linked page says of itself; all of it a stranger's words.
///
/// @param authors people, in the page's order; empty where none is sure
/// @param publisher who publishes it, without "Inc." and the like
/// @param language BCP 47
/// @param image a URL
/// @param canonical the URL that the page gives as its own, where that is plausible
/// @param pointsTo the URL that the page is only a pointer to, such as a post of a link
/// @param minutes reading time, at least 1
/// @param sources where each field was found, by the field's name
public record Page(
        Optional<String> title,
        List<String> authors,
        Optional<String> publisher,
        Optional<LocalDate> date,
        Optional<String> summary,
        Optional<String> language,
        Optional<String> image,
        Optional<String> canonical,
        Optional<String> pointsTo,
        Optional<PageKind> kind,
        Optional<Integer> minutes,
        Map<String, String> sources) {

    /// A page that has not been read.
    public static final Page UNREAD =
            new Page(
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public Page {
        authors = List.copyOf(authors);
        sources = Map.copyOf(sources);
    }

    /// A page of which only what goes into a draft is known.
    public Page(
            Optional<String> title,
            List<String> authors,
            Optional<String> publisher,
            Optional<LocalDate> date,
            Optional<String> summary,
            Optional<String> language,
            Optional<String> image) {
        this(
                title,
                authors,
                publisher,
                date,
                summary,
                language,
                image,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
