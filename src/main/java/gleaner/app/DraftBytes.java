package gleaner.app;

import gleaner.news.GleanerException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The text that an editor's program wrote: UTF-8, or UTF-16 that says so.
final class DraftBytes {

    /// More than any draft has.
    static final int MOST = 16_000_000;

    private DraftBytes() {}

    /// @param name what the text is called in the sentence
    /// @throws GleanerException (FAILED) where it is no text
    static String text(byte[] bytes, String name) {
        if (bytes.length > MOST) {
            throw GleanerException.failed(
                    "%s has more than %d bytes; a draft has fewer.".formatted(name, MOST));
        }
        try {
            return charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw GleanerException.failed(
                    "%s should be text in UTF-8 and is not; nothing was done: save it as UTF-8."
                            .formatted(name));
        }
    }

    private static Charset charset(byte[] bytes) {
        var isMarked =
                bytes.length >= 2
                        && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                                || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe));
        return isMarked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
