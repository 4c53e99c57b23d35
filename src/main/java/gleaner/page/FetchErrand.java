package gleaner.page;

import java.time.Duration;

/// What one fetch is after, and until when.
final class FetchErrand {

    private final FetchLimits limits;
    private final FetchEnough enough;
    private final int bytes;
    private final boolean robotsFile;
    private final boolean headOnly;
    private long end;

    private FetchErrand(
            FetchLimits limits,
            FetchEnough enough,
            int bytes,
            boolean robotsFile,
            boolean headOnly,
            long end) {
        this.limits = limits;
        this.enough = enough;
        this.bytes = bytes;
        this.robotsFile = robotsFile;
        this.headOnly = headOnly;
        this.end = end;
    }

    static FetchErrand page(FetchLimits limits, FetchEnough enough) {
        var end = System.nanoTime() + limits.time().toNanos();
        return new FetchErrand(limits, enough, limits.bytes(), false, false, end);
    }

    /// For the headers of a page alone.
    static FetchErrand head(FetchLimits limits) {
        var end = System.nanoTime() + limits.time().toNanos();
        return new FetchErrand(limits, FetchEnough.NEVER, limits.bytes(), false, true, end);
    }

    /// The errand on the way to a page, within the page's time.
    FetchErrand robots() {
        return new FetchErrand(
                limits,
                FetchEnough.NEVER,
                Math.min(limits.bytes(), FetchRobots.MOST_BYTES),
                true,
                false,
                end);
    }

    boolean isPage() {
        return !robotsFile;
    }

    boolean isHeadOnly() {
        return headOnly;
    }

    FetchEnough enough() {
        return enough;
    }

    int bytes() {
        return bytes;
    }

    /// Time that was spent on waiting does not count.
    void extend(long nanos) {
        end += nanos;
    }

    /// What another errand waited does not count here either.
    void takeTimeOf(FetchErrand other) {
        end = other.end;
    }

    /// What it may take in all.
    Duration time() {
        return limits.time();
    }

    /// @throws FetchEnd where nothing is left
    Duration left(String host) throws FetchEnd {
        var left = end - System.nanoTime();
        if (left <= 0) {
            throw new FetchEnd(new FetchFailure.TimedOut(host, limits.time()));
        }
        return Duration.ofNanos(left);
    }
}
