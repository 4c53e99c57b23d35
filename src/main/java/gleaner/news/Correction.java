package gleaner.news;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an editor said of who wrote and who published a page, and what the page itself had said.
///
/// @param link the page's
/// @param url the page's
/// @param byline never [Byline#NONE]
/// @param authors what the page said
/// @param publisher what the page said
/// @param at when the editor said it
public record Correction(
        LinkId link,
        String url,
        Byline byline,
        List<String> authors,
        Optional<String> publisher,
        Instant at) {

    public Correction {
        authors = List.copyOf(authors);
    }
}
