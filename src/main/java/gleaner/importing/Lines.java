package gleaner.importing;

import gleaner.importing.Problems.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A stream's lines one after another, in memory that does not grow with the stream or with any
/// line.
///
/// A line that is too long, is no UTF-8 or holds a NUL is left out with a problem; the byte order
/// mark, the line's end and blank lines are passed over. A last line that was cut off with its
/// stream is left out too: its end is unknown.
final class Lines {

    private static final int BUFFER = 1 << 16;
    private static final char BOM = '\ufeff';

    private final Source source;
    private final InputStream in;
    private final int longest;
    private final Problems problems;
    private final Sink sink;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean ended;
    private byte[] begun = new byte[BUFFER];
    private long number;
    private String text = "";

    Lines(Source source, int longest, Problems problems, Sink sink) {
        this.source = source;
        this.in = source.stream();
        this.longest = longest;
        this.problems = problems;
        this.sink = sink;
    }

    /// Goes on to the next good line; false at the end.
    boolean next() {
        while (read()) {
            if (!text.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /// Goes on to the next line as it is, an empty one too; empty as well where it was left out.
    /// False at the end.
    boolean read() {
        try {
            return readLine();
        } catch (IOException e) {
            problems.add(
                    e instanceof Damage ? Kind.LIMIT : Kind.DAMAGED,
                    source.name(),
                    number,
                    Damage.sentence(e));
            ended = true;
            from = to;
            return false;
        }
    }

    String text() {
        return text;
    }

    /// Counted from 1.
    long number() {
        return number;
    }

    private boolean readLine() throws IOException {
        if (from == to && !fill()) {
            return false;
        }
        number++;
        var end = newline();
        if (end >= 0 && end - from <= longest) {
            text = decode(buffer, from, end - from);
            from = end + 1;
            return true;
        }
        var length = 0L;
        var open = true;
        while (open) {
            end = newline();
            var part = (end < 0 ? to : end) - from;
            if (length + part <= longest) {
                keep((int) length, part);
            }
            length += part;
            from = end < 0 ? to : end + 1;
            open = end < 0 && fill();
        }
        if (length > longest) {
            var sentence =
                    "The line is %s bytes long, more than %s; it is left out."
                            .formatted(Texts.number(length), Texts.number(longest));
            problems.add(Kind.LENGTH, source.name(), number, sentence);
            text = "";
        } else {
            text = decode(begun, 0, (int) length);
        }
        return true;
    }

    private void keep(int at, int part) {
        if (at + part > begun.length) {
            begun = Arrays.copyOf(begun, Math.min(longest, Math.max(at + part, begun.length * 2)));
        }
        System.arraycopy(buffer, from, begun, at, part);
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        from = 0;
        to = Math.max(0, in.read(buffer));
        ended = to == 0;
        sink.progress(source.read(), source.total());
        return !ended;
    }

    private int newline() {
        for (var i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private String decode(byte[] bytes, int start, int length) {
        var size = length > 0 && bytes[start + length - 1] == '\r' ? length - 1 : length;
        var line = new String(bytes, start, size, StandardCharsets.UTF_8);
        if (number == 1 && !line.isEmpty() && line.charAt(0) == BOM) {
            line = line.substring(1);
        }
        if (line.indexOf('\ufffd') >= 0) {
            var bad = firstBad(bytes, start, size);
            if (bad >= 0) {
                var sentence =
                        "The line is no UTF-8 text from its byte %s on; it is left out."
                                .formatted(Texts.number(bad + 1));
                problems.add(Kind.ENCODING, source.name(), number, sentence);
                return "";
            }
        }
        var nul = line.indexOf('\0');
        if (nul >= 0) {
            var sentence =
                    "The line holds a NUL as its character %s; it is left out."
                            .formatted(Texts.number(nul + 1));
            problems.add(Kind.ENCODING, source.name(), number, sentence);
            return "";
        }
        return line;
    }

    /// Where the first bytes stand that are no UTF-8; -1 where a `U+FFFD` was really written.
    private static int firstBad(byte[] bytes, int start, int length) {
        var in = ByteBuffer.wrap(bytes, start, length);
        var out = CharBuffer.allocate(length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        return result.isError() ? in.position() - start : -1;
    }
}
