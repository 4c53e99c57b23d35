package gleaner.page;

import gleaner.news.Page;

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
}
