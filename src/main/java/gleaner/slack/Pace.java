package gleaner.slack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// One message a second and channel, as Slack asks:
/// <https://docs.slack.dev/apis/web-api/rate-limits>.
final class Pace {

    private static final int MOST = 1_000;

    private final Duration between;
    private final Stop stop;
    private final Map<String, Long> next = new LinkedHashMap<>();

    Pace(Duration between, Stop stop) {
        this.between = between;
        this.stop = stop;
    }

    /// Waits until the channel may be written to, and counts it as written to.
    void await(String channel) {
        var wait = reserve(channel, stop.nanos());
        if (wait > 0) {
            stop.await(Duration.ofNanos(wait).plusMillis(1));
        }
    }

    private synchronized long reserve(String channel, long now) {
        next.values().removeIf(at -> next.size() > MOST && at - now < 0);
        var at = Math.max(now, next.getOrDefault(channel, now));
        next.put(channel, at + between.toNanos());
        return at - now;
    }
}
