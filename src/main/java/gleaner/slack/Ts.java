package gleaner.slack;

import java.time.Instant;
import java.util.Optional;

/// Slack's timestamps, which are also the ids of messages: `1763373600.000200`, seconds and a part
/// that makes it unlike any other in its channel.
final class Ts {

    private static final int MOST_DIGITS = 10;

    private static final long LAST_OF_SECOND = 999_999;

    /// Edits that follow in less than a millisecond are so many milliseconds apart at most.
    private static final long MOST_APART = 20;

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

    /// When a message was edited, so that of its edits the later one is the newer and all are newer
    /// than the message, though Slack says `edited` to the second: within that second the event
    /// counts.
    ///
    /// @param posted the message's own
    /// @param edited as the message says; what is none is not used
    /// @param told the event's own; what is none is not used
    /// @return empty where neither says it
    static Optional<Instant> edit(String posted, String edited, String told) {
        var said = micros(edited);
        var event = micros(told);
        var when =
                said.isPresent() && event.isPresent()
                        ? Optional.of(
                                Math.clamp(event.get(), said.get(), said.get() + LAST_OF_SECOND))
                        : said.or(() -> event);
        return when.map(micros -> after(micros(posted).orElse(0L), micros));
    }

    private static Instant after(long posted, long edited) {
        var atLeast = Math.clamp(edited - posted, 1, MOST_APART);
        return Instant.ofEpochMilli(
                Math.max(Math.floorDiv(posted, 1000) + atLeast, Math.floorDiv(edited, 1000)));
    }

    static String of(long micros) {
        return "%d.%06d"
                .formatted(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L));
    }
}
