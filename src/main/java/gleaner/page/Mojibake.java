package gleaner.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// UTF-8 that somebody read as Windows-1252 ("â€™" for "’"), put right again where it is certain.
final class Mojibake {

    private static final String HIGH = new String(highBytes(), Charset.forName("windows-1252"));

    private Mojibake() {}

    private static byte[] highBytes() {
        var bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return bytes;
    }

    /// The text with such runs decoded; what is no such run stays as it is.
    static String repair(String text) {
        if (text.chars().noneMatch(c -> c >= 0xC2 && c <= 0xF4)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int length = runAt(text, i);
            if (length == 0) {
                out.append(text.charAt(i++));
            } else {
                var bytes = new byte[length];
                for (int k = 0; k < length; k++) {
                    bytes[k] = (byte) byteOf(text.charAt(i + k));
                }
                out.append(new String(bytes, StandardCharsets.UTF_8));
                i += length;
            }
        }
        return out.toString();
    }

    /// Whether the text shows that its letters were lost on the way.
    static boolean isLost(String text) {
        return text.indexOf('\uFFFD') >= 0
                || text.chars().anyMatch(c -> c >= 0x80 && c < 0xA0)
                || text.contains("ï¿½");
    }

    /// How many characters from here are one character of UTF-8 that was misread; 0 for none.
    private static int runAt(String text, int at) {
        int lead = text.charAt(at);
        int length;
        if (lead == 0xC2 || lead == 0xC3) {
            length = 2;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            length = 3;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            length = 4;
        } else {
            return 0;
        }
        if (at + length > text.length()) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            int value = byteOf(text.charAt(at + k));
            if (value < 0x80 || value > 0xBF) {
                return 0;
            }
        }
        int second = byteOf(text.charAt(at + 1));
        boolean tooShort = lead == 0xE0 && second < 0xA0 || lead == 0xF0 && second < 0x90;
        boolean surrogate = lead == 0xED && second >= 0xA0;
        return tooShort || surrogate || lead == 0xF4 && second >= 0x90 ? 0 : length;
    }

    private static int byteOf(char c) {
        if (c < 0x100) {
            return c;
        }
        int high = HIGH.indexOf(c);
        return high < 0 || c == '\uFFFD' ? -1 : 0x80 + high;
    }
}
