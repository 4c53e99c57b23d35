package gleaner.importing;

import gleaner.news.GleanerException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// A file's bytes, unpacked where it is gzip, with its first bytes to look at beforehand.
///
/// The head is at most 64 KB, all of a shorter file, and is part of the stream as well.
final class Source implements AutoCloseable {

    private static final int HEAD = 1 << 16;

    private final String name;
    private final byte[] head;
    private final InputStream stream;
    private final Counted counted;
    private final long total;

    private Source(String name, byte[] head, InputStream stream, Counted counted, long total) {
        this.name = name;
        this.head = head;
        this.stream = stream;
        this.counted = counted;
        this.total = total;
    }

    /// Opens a stream; `total` is its size or -1.
    static Source open(String name, InputStream raw, long total, Limits limits) {
        var counted = new Counted(raw);
        try {
            var plain = peek(name, new BufferedInputStream(counted, HEAD), counted, total);
            if (!isGzip(plain.head)) {
                return plain;
            }
            var unpacked =
                    new Unpacked(
                            new GZIPInputStream(plain.stream, HEAD),
                            limits.total(),
                            limits,
                            counted::count);
            var source = peek(name, unpacked, counted, total);
            if (isGzip(source.head)) {
                throw GleanerException.usage(
                        "'%s' is an archive inside an archive (gzip in gzip); unpack it once."
                                .formatted(name));
            }
            return source;
        } catch (IOException e) {
            throw new GleanerException(
                    GleanerException.Kind.USAGE,
                    "'%s' is cut off or damaged where it begins.".formatted(name),
                    e);
        }
    }

    /// As it was given.
    String name() {
        return name;
    }

    /// The first bytes as text, with `U+FFFD` for what is none.
    String head() {
        return new String(head, StandardCharsets.UTF_8);
    }

    InputStream stream() {
        return stream;
    }

    /// The file's size as it lies there, -1 where nobody knows.
    long total() {
        return total;
    }

    /// What was read of that until now.
    long read() {
        return counted.count();
    }

    /// The name without what says how it is packed: `links.tsv` of `in/links.tsv.gz`.
    String bareName() {
        var file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return file.toLowerCase(Locale.ROOT).endsWith(".gz")
                ? file.substring(0, file.length() - 3)
                : file;
    }

    boolean isZip() {
        return head.length > 3
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 || head[2] == 5);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // It was only read: what is not closed now is closed when the process ends.
        }
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
    }

    /// Takes the head off a stream and puts it back; damage within it is met again in its place.
    private static Source peek(String name, InputStream in, Counted counted, long total)
            throws IOException {
        var head = new byte[HEAD];
        var length = 0;
        try {
            for (int n; length < HEAD && (n = in.read(head, length, HEAD - length)) > 0; ) {
                length += n;
            }
        } catch (IOException e) {
            if (length == 0) {
                throw e;
            }
            var broken =
                    new SequenceInputStream(
                            new ByteArrayInputStream(head, 0, length), new Broken(in, e));
            return new Source(name, Arrays.copyOf(head, length), broken, counted, total);
        }
        var whole = new SequenceInputStream(new ByteArrayInputStream(head, 0, length), in);
        return new Source(name, Arrays.copyOf(head, length), whole, counted, total);
    }

    /// A stream of which nothing more comes but its failure.
    private static final class Broken extends InputStream {

        private final InputStream in;
        private final IOException failure;

        Broken(InputStream in, IOException failure) {
            this.in = in;
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            throw failure;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
