package gleaner.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Optional;

/// Reads a page's bytes as far as they are needed.
final class FetchBody {

    private static final int CHUNK = 16 << 10;

    /// Of pictures, archives and programs no more is read than tells what they are.
    private static final int GLANCE = 4 << 10;

    private final FetchEnough enough;
    private final String header;
    private final int most;
    private byte[] bytes = new byte[CHUNK];
    private int length;
    private Optional<FetchedType> type = Optional.empty();

    /// @param header the Content-Type as sent
    FetchBody(FetchEnough enough, String header, int most) {
        this.enough = enough;
        this.header = header;
        this.most = most;
    }

    /// Reads until the end, the limit, or enough.
    ///
    /// A connection that breaks off after a good part of the page has come ends the page: what is
    /// wanted mostly stands at its beginning, and a server that tells a wrong length tells it each
    /// time.
    ///
    /// @return whether the end was reached
    boolean read(InputStream in) throws IOException {
        try {
            while (length < most) {
                var read = in.read(room(), length, Math.min(bytes.length, most) - length);
                if (read < 0) {
                    return true;
                }
                length += read;
                if (isEnough()) {
                    return false;
                }
            }
            return false;
        } catch (IOException e) {
            if (length < FetchedType.LOOK
                    || (e instanceof InterruptedIOException && length < CHUNK)) {
                throw e;
            }
            return false;
        }
    }

    private byte[] room() {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(most, length * 2));
        }
        return bytes;
    }

    private boolean isEnough() {
        if (type.isEmpty() && length >= FetchedType.LOOK) {
            type = Optional.of(FetchedType.of(bytes, length, header));
        }
        var other = type.filter(known -> known == FetchedType.OTHER).isPresent();
        return (other && length >= GLANCE) || enough.isEnough(bytes, length);
    }

    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    FetchedType type() {
        return type.orElseGet(() -> FetchedType.of(bytes, length, header));
    }
}
