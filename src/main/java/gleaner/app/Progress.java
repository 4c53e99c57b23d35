package gleaner.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;

/// Shows on a terminal how far an import is: count, rate, time left; twice a second at most,
/// nothing where nobody looks.
final class Progress {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean shown;
    private final String name;
    private final InstantSource clock;
    private final java.time.Instant start;
    private java.time.Instant next;

    Progress(PrintWriter out, boolean shown, String name, InstantSource clock) {
        this.out = out;
        this.shown = shown;
        this.name = name;
        this.clock = clock;
        this.start = clock.instant();
        this.next = start.plus(EVERY);
    }

    void read(long events, long bytesRead, long bytesTotal) {
        if (isDue()) {
            var seconds = Math.max(1, Duration.between(start, clock.instant()).toMillis()) / 1000.0;
            var line = "%s: %,d read, %,.0f a second".formatted(name, events, events / seconds);
            if (bytesTotal > 0 && bytesRead > 0) {
                var left = seconds * (bytesTotal - bytesRead) / bytesRead;
                line += ", %d %%, %s left".formatted(100 * bytesRead / bytesTotal, time(left));
            }
            out.print(CLEAR + line);
            out.flush();
        }
    }

    void waiting(long events) {
        if (isDue()) {
            out.print(CLEAR + "%s: %,d still to be kept".formatted(name, events));
            out.flush();
        }
    }

    void done() {
        if (shown) {
            out.print(CLEAR);
            out.flush();
        }
    }

    private boolean isDue() {
        if (!shown || clock.instant().isBefore(next)) {
            return false;
        }
        next = clock.instant().plus(EVERY);
        return true;
    }

    private static String time(double seconds) {
        var whole = Math.round(Math.max(0, seconds));
        return whole < 100 ? whole + " s" : "%d min".formatted((whole + 30) / 60);
    }
}
