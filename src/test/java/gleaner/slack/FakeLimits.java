package gleaner.slack;

import com.slack.api.methods.MethodsRateLimitTier;
import com.slack.api.methods.MethodsRateLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How often each method may be called: by its tier, which is the SDK's reading of Slack's pages,
/// and `chat.postMessage` once a second and channel, after a short burst.
///
/// See <https://docs.slack.dev/apis/web-api/rate-limits>. Slack promises at least that many calls a
/// minute; here it is exactly that many, all of which may come at once.
final class FakeLimits {

    private static final String POST = "chat.postMessage";
    private static final double BURST = 3;
    private static final double NANOS_A_MINUTE = 60e9;

    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new HashMap<>();

    private static final class Bucket {

        private double calls;
        private long at;

        Bucket(double calls, long at) {
            this.calls = calls;
            this.at = at;
        }
    }

    /// @param nanos the time
    FakeLimits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Counts a call.
    ///
    /// @return after how many seconds it may be called; 0 where it may
    synchronized long secondsUntil(String method, String channel) {
        var perMinute = perMinute(method);
        var most = method.equals(POST) ? BURST : perMinute;
        var now = nanos.getAsLong();
        var bucket =
                buckets.computeIfAbsent(
                        method.equals(POST) ? method + " " + channel : method,
                        _ -> new Bucket(most, now));
        bucket.calls =
                Math.min(most, bucket.calls + (now - bucket.at) * perMinute / NANOS_A_MINUTE);
        bucket.at = now;
        if (bucket.calls >= 1) {
            bucket.calls--;
            return 0;
        }
        return (long) Math.ceil((1 - bucket.calls) * 60 / perMinute);
    }

    static int perMinute(String method) {
        var tier = MethodsRateLimits.lookupRateLimitTier(method);
        if (tier == null) {
            throw new IllegalArgumentException("Slack has no method " + method);
        }
        return MethodsRateLimitTier.getAllowedRequestsPerMinute(tier);
    }
}
