package gleaner.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Percent-decoding of a URL's user and password: RFC 3986, section 2.1, strictly, and + stays +.
///
/// `URLDecoder` is for forms: it makes a space of +, which may stand in a password.
final class PercentCode {

    private PercentCode() {}

    /// The text meant; nothing when a % is followed by anything but two hexadecimal digits, or the
    /// bytes are not UTF-8.
    static Optional<String> decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
        try {
            int i = 0;
            while (i < text.length()) {
                int next = text.indexOf('%', i);
                int end = next < 0 ? text.length() : next;
                bytes.put(
                        StandardCharsets.UTF_8
                                .newEncoder()
                                .encode(java.nio.CharBuffer.wrap(text, i, end)));
                i = end;
                if (next >= 0) {
                    int high = i + 2 < text.length() ? hex(text.charAt(i + 1)) : -1;
                    int low = i + 2 < text.length() ? hex(text.charAt(i + 2)) : -1;
                    if (high < 0 || low < 0) {
                        return Optional.empty();
                    }
                    bytes.put((byte) (high * 16 + low));
                    i += 3;
                }
            }
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// ASCII only; `Character.digit` takes digits of other scripts too.
    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
