package gleaner.page;

import java.util.List;
import java.util.Optional;

/// A page's bytes as a server sent them; nothing in them is to be trusted.
///
/// @param url where they came from in the end, without a user name and password
/// @param chain every address that was asked, the first one first and `url` last; more than one
///   after redirects
/// @param permanent whether every redirect on the way was for good (301 or 308); true without any
/// @param status 200 or 203
/// @param contentType the header as sent
/// @param type what the bytes are, by their beginning rather than by the header
/// @param bytes unpacked; none where only the headers were asked for
/// @param whole whether these are all bytes; else reading stopped at a limit, where enough had been
///   read, or where the connection broke off
/// @param etag for asking again
/// @param lastModified for asking again
@SuppressWarnings("ArrayRecordComponent") // up to 4 MB that are read once
public record Fetched(
        String url,
        List<String> chain,
        boolean permanent,
        int status,
        Optional<String> contentType,
        FetchedType type,
        byte[] bytes,
        boolean whole,
        Optional<String> etag,
        Optional<String> lastModified)
        implements FetchResult {

    public Fetched {
        chain = List.copyOf(chain);
    }

    /// The content type for whoever reads the bytes: the header where the bytes do not belie it.
    public String mediaType() {
        var header = contentType.orElse("");
        return type.isNamedBy(header) ? header : type.mediaType();
    }
}
