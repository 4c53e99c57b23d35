package gleaner.slack;

import java.time.Instant;
import java.util.Optional;

/// Slack's timestamps, which are also the ids of messages: `1763373600.000200`, seconds and a part
/// that makes it unlike any other in its channel.
final class Ts {

    private static final int MOST_DIGITS = 10;

    private Ts() {}

    /// Whether it has the form of one.
    static boolean is(String text) {
        var dot = text.indexOf('.');
        return dot > 0
                && dot <= MOST_DIGITS
                && text.length() > dot + 1
                && text.length() <= dot + 7
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
                && dot == text.lastIndexOf('.');
    }

    /// In microseconds of the epoch; empty where it has not the form.
    static Optional<Long> micros(String text) {
        if (!is(text)) {
            return Optional.empty();
        }
        var dot = text.indexOf('.');
        var part = (text.substring(dot + 1) + "000000").substring(0, 6);
        return Optional.of(
                Long.parseLong(text.substring(0, dot)) * 1_000_000 + Long.parseLong(part));
    }

    /// To the millisecond, as everywhere in Gleaner.
    static Optional<Instant> time(String text) {
        return micros(text).map(micros -> Instant.ofEpochMilli(Math.floorDiv(micros, 1000)));
    }

    static String of(long micros) {
        return "%d.%06d"
                .formatted(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L));
    }
}
