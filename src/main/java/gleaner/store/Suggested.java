package gleaner.store;

import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.PersonId;
import java.time.Instant;
import java.util.Optional;

/// A link that somebody elsewhere posted in public, under a hashtag that is followed. It is no
/// share: it is in no list, draft or count until an editor takes it.
///
/// @param id by which an editor takes it; no link has it
/// @param by who posted it
/// @param post the platform's id of the post
/// @param tag the hashtag, without `#`
/// @param at when it was posted
public record Suggested(
        LinkId id,
        String url,
        PersonId by,
        String post,
        Optional<String> permalink,
        String tag,
        Instant at) {

    private static final int FIRST_LONG = 2;

    /// The id of what leads to that page, the same whoever suggests it.
    public static LinkId id(LinkKey key) {
        return LinkId.candidates(new LinkKey("suggested " + key.value())).get(FIRST_LONG);
    }
}
