package gleaner.capture;

import java.nio.charset.StandardCharsets;

/// Percent-encoding (RFC 3986, section 2) that takes any text: what is malformed is encoded, never
/// refused.
final class Percent {

    private static final String HEX = "0123456789ABCDEF";

    /// What stays as it is in a path, besides letters and digits; the encoded form of these is the
    /// same to a server.
    static final boolean[] PATH = set("-._~!'()*,:@$", "");

    /// What stays as it is in a path but is another thing when encoded.
    static final boolean[] PATH_LITERAL = set("-._~!'()*,:@$", "&+;=");

    static final boolean[] FORM = set("-._~!'()*,:@$/?;", "");

    static final boolean[] FORM_LITERAL = set("-._~!'()*,:@$/?;=", "+");

    static final boolean[] OPAQUE = set("-._~!'()*,:@$", "");

    static final boolean[] OPAQUE_LITERAL = set("-._~!'()*,:@$", "+;=/?");

    static final boolean[] FRAGMENT_LITERAL = set("-._~!'()*,:@$", "&+;=/?");

    private Percent() {}

    private static boolean[] set(String characters, String more) {
        boolean[] set = new boolean[128];
        for (char c = '0'; c <= '9'; c++) {
            set[c] = true;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            set[c] = true;
            set[c - 32] = true;
        }
        for (char c : (characters + more).toCharArray()) {
            set[c] = true;
        }
        return set;
    }

    /// One spelling of a text: encoded characters of `decoded` are decoded, characters outside
    /// `literal` are encoded, hexadecimal digits are upper case, control characters are left out.
    static String normal(String text, boolean[] literal, boolean[] decoded, boolean form) {
        int length = text.length();
        int clean = 0;
        while (clean < length && isPlain(text.charAt(clean), literal)) {
            clean++;
        }
        if (clean == length) {
            return text;
        }
        StringBuilder out = new StringBuilder(length + 16).append(text, 0, clean);
        for (int i = clean; i < length; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int value = octet(text, i);
                if (value < 0) {
                    out.append("%25");
                } else {
                    i += 2;
                    appendOctet(out, value, decoded, form);
                }
            } else if (c == ' ') {
                out.append(form ? "+" : "%20");
            } else if (isPlain(c, literal) || (form && c == '+')) {
                out.append(c);
            } else if (c < 0x80) {
                if (c > ' ' && c != 0x7F) {
                    hex(out, c);
                }
            } else {
                i += appendCodePoint(out, text, i);
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c, boolean[] literal) {
        return c < 0x80 && c != '%' && literal[c];
    }

    private static void appendOctet(StringBuilder out, int value, boolean[] decoded, boolean form) {
        if (value < 0x80 && decoded[value]) {
            out.append((char) value);
        } else if (value == ' ' && form) {
            out.append('+');
        } else if (value >= ' ' && value != 0x7F) {
            hex(out, value);
        }
    }

    /// Appends a character and returns how many more UTF-16 units than one it took.
    private static int appendCodePoint(StringBuilder out, String text, int at) {
        int point = text.codePointAt(at);
        if (point >= 0xD800 && point <= 0xDFFF) {
            out.append("%EF%BF%BD");
            return 0;
        }
        for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            hex(out, octet & 0xFF);
        }
        return Character.charCount(point) - 1;
    }

    /// The text with only those characters encoded that no URL may hold; what is encoded stays so.
    static String repaired(String text, String allowed) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += appendCodePoint(out, text, i);
            } else if (c == '%' ? octet(text, i) >= 0 : (PATH[c] || allowed.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                hex(out, c);
            }
        }
        return out.toString();
    }

    /// The text with every encoded octet decoded as UTF-8; malformed input becomes U+FFFD or stays.
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        byte[] to = new byte[from.length];
        int size = 0;
        for (int i = 0; i < from.length; i++) {
            int high = i + 2 < from.length && from[i] == '%' ? digit((char) from[i + 1]) : -1;
            int low = high >= 0 ? digit((char) from[i + 2]) : -1;
            if (low >= 0) {
                to[size++] = (byte) (high * 16 + low);
                i += 2;
            } else {
                to[size++] = from[i];
            }
        }
        return new String(to, 0, size, StandardCharsets.UTF_8);
    }

    private static int octet(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return -1;
        }
        int high = digit(text.charAt(percent + 1));
        int low = digit(text.charAt(percent + 2));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static int digit(char c) {
        if (Ascii.isDigit(c)) {
            return c - '0';
        }
        int letter = (c | 32) - 'a';
        return c < 0x80 && letter >= 0 && letter < 6 ? letter + 10 : -1;
    }

    private static void hex(StringBuilder out, int octet) {
        out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
    }
}
