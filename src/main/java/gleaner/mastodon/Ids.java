package gleaner.mastodon;

import gleaner.news.Channel;
import gleaner.news.MessageId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Ids of the platform: opaque, numbers here and ULIDs there, never compared but for being the
/// same.
final class Ids {

    /// Where mentions come in.
    static final Channel MENTIONS = Channel.of("mastodon", "mentions");

    /// Where editors get what they have not asked for, each directly.
    static final Channel EDITORS = Channel.of("mastodon", "editors");

    private static final int LONGEST = 120;

    private Ids() {}

    /// Whether it can be told in a path and in a key.
    static boolean isFit(String id) {
        return !id.isBlank()
                && id.length() <= LONGEST
                && id.chars()
                        .noneMatch(c ->
                                c <= ' '
                                        || c == '/'
                                        || c == 0x7f
                                        || Character.isSurrogate((char) c));
    }

    static MessageId message(String status) {
        return new MessageId(MENTIONS.id(), status);
    }

    static String inPath(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
