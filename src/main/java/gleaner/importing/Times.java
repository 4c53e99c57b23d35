package gleaner.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Times as files write them: `2026-11-17`, `2026-11-17T09:30`, `2026-11-17 09:30:00+01:00`,
/// seconds since 1970.
///
/// A date is its first moment. What names no zone is taken in the one given. A number of more than
/// eleven digits is milliseconds. Nothing before 1970 or after 9999 is believed.
final class Times {

    /// What to write, for sentences.
    static final String HINT = "write 2026-11-17, 2026-11-17T09:30:00+01:00 or seconds since 1970";

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final long MILLIS_FROM = 100_000_000_000L;
    private static final int LONGEST = 80;

    private final ZoneId zone;
    private String last = "";
    private Optional<Instant> lastTime = Optional.empty();

    Times(ZoneId zone) {
        this.zone = zone;
    }

    /// The moment that is meant; empty where there is none.
    Optional<Instant> parse(String written) {
        if (!written.equals(last)) {
            last = written;
            lastTime =
                    read(written.strip())
                            .filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(END));
        }
        return lastTime;
    }

    private Optional<Instant> read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            if (isNumber(text)) {
                return seconds(text);
            }
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            var iso =
                    text.length() > 10 && text.charAt(10) == ' '
                            ? text.substring(0, 10) + "T" + text.substring(11).replace(" ", "")
                            : text;
            return Optional.of(
                    switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            iso, ZonedDateTime::from, LocalDateTime::from)) {
                        case ZonedDateTime zoned -> zoned.toInstant();
                        case LocalDateTime local -> local.atZone(zone).toInstant();
                        default -> throw new DateTimeException("neither with nor without a zone");
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(String text) {
        return text.length() <= 30
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
                && text.indexOf('.') == text.lastIndexOf('.')
                && text.indexOf('.') != 0;
    }

    /// Seconds since 1970 with a fraction, as in Slack's `1763373600.000200`.
    static Optional<Instant> seconds(String text) {
        var dot = text.indexOf('.');
        var whole = dot < 0 ? text : text.substring(0, dot);
        if (whole.isEmpty() || whole.length() > 15) {
            return Optional.empty();
        }
        var number = Long.parseLong(whole);
        var fraction = dot < 0 ? "" : text.substring(dot + 1, Math.min(text.length(), dot + 10));
        var nanos =
                fraction.isEmpty() ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
        return Optional.of(
                number >= MILLIS_FROM
                        ? Instant.ofEpochMilli(number)
                        : Instant.ofEpochSecond(number, nanos));
    }
}
