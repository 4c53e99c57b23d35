package gleaner.importing;

import gleaner.news.ChannelId;
import gleaner.news.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Ids for what has none of its own: the same contents have the same id, today and in ten years.
///
/// An id is 24 hexadecimal digits of the SHA-256 of the parts; changing that would double what was
/// imported before.
final class Ids {

    private static final int BYTES = 12;
    private static final int LONGEST = 200;

    private final MessageDigest digest;

    Ids() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /// The id of something with these parts.
    String of(String... parts) {
        for (var part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    /// A message by the id that a file gives it; where that cannot be one (a URL, say), by a hash
    /// of it.
    MessageId message(ChannelId channel, String id) {
        var usable =
                !id.isBlank()
                        && id.length() <= LONGEST
                        && id.indexOf('/') < 0
                        && id.chars().allMatch(c -> c > ' ');
        return new MessageId(channel, usable ? id : of(id));
    }
}
