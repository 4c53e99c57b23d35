package gleaner.page;

import java.time.Duration;

/// What one fetch may cost, and how politely hosts are asked.
///
/// @param time in all, from the first lookup to the last byte, redirects and robots.txt included;
///   waiting for one's turn at a host is not
/// @param bytes of a page, unpacked, after which reading stops
/// @param redirects that are followed
/// @param perHost requests to one host at the same time
/// @param gap between the starts of two requests to one host
/// @param patience so long a fetch waits for its turn at a host before it is put off
public record FetchLimits(
        Duration time, int bytes, int redirects, int perHost, Duration gap, Duration patience) {

    /// 10 s, 4 MiB, 5 redirects, 2 at once from a host, half a second apart.
    public static final FetchLimits STANDARD =
            new FetchLimits(
                    Duration.ofSeconds(10),
                    4 << 20,
                    5,
                    2,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1));

    public FetchLimits {
        if (!time.isPositive()
                || bytes < 1
                || redirects < 0
                || perHost < 1
                || gap.isNegative()
                || patience.isNegative()) {
            throw new IllegalArgumentException("A fetch needs time, bytes and a turn.");
        }
    }

    public FetchLimits withPerHost(int most) {
        return new FetchLimits(time, bytes, redirects, most, gap, patience);
    }

    public FetchLimits withTime(Duration most) {
        return new FetchLimits(most, bytes, redirects, perHost, gap, patience);
    }

    FetchLimits withBytes(int most) {
        return new FetchLimits(time, most, redirects, perHost, gap, patience);
    }

    FetchLimits withoutGap() {
        return new FetchLimits(time, bytes, redirects, perHost, Duration.ZERO, patience);
    }

    /// So many bytes may come over one connection: a page's, packed no better than not at all, its
    /// headers and TLS's own.
    long wire() {
        return bytes + bytes / 16 + (512L << 10);
    }
}
