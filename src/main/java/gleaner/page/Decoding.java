package gleaner.page;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Bytes to text: a byte order mark, then what the header and the page say, checked against the
/// bytes.
///
/// Names of charsets mean what the WHATWG encoding standard says: ISO-8859-1 is windows-1252. Bytes
/// that are UTF-8 beyond doubt are read so, whatever was declared.
final class Decoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int HEAD = 4096;
    private static final int SAMPLE = 20_000;
    private static final int SURE = 40;

    private Decoding() {}

    static String text(byte[] body, Optional<String> header) {
        if (starts(body, 0xEF, 0xBB, 0xBF)) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(body, 0xFE, 0xFF)) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16BE);
        }
        if (starts(body, 0xFF, 0xFE)) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16LE);
        }
        var declared = header.flatMap(Decoding::parameter).or(() -> inPage(body));
        if (declared.isPresent() && isWide(declared.get())) {
            return new String(body, declared.get());
        }
        var utf8 = utf8(body);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
            return new String(body, declared.get());
        }
        if (declared.isPresent() && mostlyUtf8(body)) {
            return new String(body, StandardCharsets.UTF_8);
        }
        return new String(body, guess(body));
    }

    private static boolean starts(byte[] body, int... mark) {
        if (body.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((body[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /// The text if all bytes are UTF-8; the last character may be cut off.
    private static Optional<String> utf8(byte[] body) {
        CharsetDecoder strict =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate(body.length);
        var result = strict.decode(ByteBuffer.wrap(body), out, false);
        return result.isError() ? Optional.empty() : Optional.of(out.flip().toString());
    }

    /// Whether so few characters are broken that the declared UTF-8 is to be believed.
    private static boolean mostlyUtf8(byte[] body) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < body.length; ) {
            int c = body[i] & 0xFF;
            if (c < 0x80) {
                i++;
                continue;
            }
            int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC2 ? 1 : -1;
            int k = 1;
            while (k <= more && i + k < body.length && (body[i + k] & 0xC0) == 0x80) {
                k++;
            }
            if (k == more + 1) {
                good++;
            } else {
                bad++;
            }
            i += k;
        }
        return good > 3 * bad;
    }

    private static Charset guess(byte[] body) {
        var detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(Arrays.copyOf(body, Math.min(body.length, SAMPLE)));
        var match = detector.detect();
        if (match == null
                || match.getConfidence() < SURE
                || match.getName().startsWith("ISO-8859-1")) {
            return WINDOWS;
        }
        return named(match.getName()).filter(charset -> !isWide(charset)).orElse(WINDOWS);
    }

    /// What the page says in `<meta charset>`, `<meta http-equiv>` or an XML declaration.
    private static Optional<Charset> inPage(byte[] body) {
        var head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        var lower = head.toLowerCase(Locale.ROOT);
        for (int i = lower.indexOf("<meta"); i >= 0; i = lower.indexOf("<meta", i + 5)) {
            int end = lower.indexOf('>', i);
            var found = end < 0 ? Optional.<Charset>empty() : parameter(lower.substring(i, end));
            if (found.isPresent()) {
                // A page that can say so in bytes of its own is not in two bytes a letter.
                return found.map(charset -> isWide(charset) ? StandardCharsets.UTF_8 : charset);
            }
        }
        if (lower.startsWith("<?xml")) {
            int at = lower.indexOf("encoding=");
            return at < 0 || at > 200 ? Optional.empty() : named(value(lower.substring(at + 9)));
        }
        return Optional.empty();
    }

    private static Optional<Charset> parameter(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("charset");
        if (at < 0) {
            return Optional.empty();
        }
        int i = at + 7;
        while (i < lower.length() && (lower.charAt(i) == ' ' || lower.charAt(i) == '=')) {
            i++;
        }
        return named(value(lower.substring(i)));
    }

    private static String value(String text) {
        int start = 0;
        while (start < text.length() && "\"' ".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < text.length()
                && end - start < 40
                && "\"'; />,".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(
                    switch (name.toLowerCase(Locale.ROOT)) {
                        case "iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "ansi" ->
                                WINDOWS;
                        case "utf8", "unicode", "utf-8" -> StandardCharsets.UTF_8;
                        case "gb2312", "gb_2312-80", "gbk" -> Charset.forName("GB18030");
                        case "shift_jis", "shift-jis", "sjis", "x-sjis" ->
                                Charset.forName("windows-31j");
                        case "ks_c_5601-1987", "euc-kr" -> Charset.forName("x-windows-949");
                        default -> Charset.forName(name);
                    });
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
