package gleaner.page;

import gleaner.news.Page;
import java.util.Optional;

/// Reads what a page says of itself.
@FunctionalInterface
public interface FetchReader {

    /// Whatever the bytes are, a page comes out; what cannot be told is left empty.
    ///
    /// @param bytes as fetched, unpacked, perhaps cut off
    /// @param contentType with the charset as the server told it, if it did; what the bytes are
    ///   where they belie it
    /// @param url where they came from in the end
    Page read(byte[] bytes, String contentType, String url);

    /// Where the site's oEmbed service tells of the page, where it is known to have one.
    ///
    /// @param asked the address that was shared, before all redirects
    default Optional<String> oembed(byte[] bytes, String contentType, String url, String asked) {
        return Optional.empty();
    }
}
