package gleaner.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If this fails, the draft comes on the wrong day, twice, or not at all where clocks change.
class ScheduleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Thursday 16:00  | Thursday 16:00
                    thu 9:05        | Thursday 09:05
                    SUNDAY  00:00   | Sunday 00:00
                    Thursday        |
                    Thursday 24:00  |
                    Thursday 16:60  |
                    Thursday 16:5   |
                    Thursday 4pm    |
                    th 16:00        |
                    Thursday 16:00 UTC |
                    Thursday +1:00  |
                    """)
    void aWeekdayAndATimeAreRead(String text, String read) {
        assertThat(WeekTime.parse(text).map(WeekTime::toString).orElse(null)).isEqualTo(read);
    }

    /// Clocks in Berlin go forward at 2:00 on 29 March 2026 and back at 3:00 on 25 October 2026.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Thursday 16:00 | 2026-11-26T14:59:59Z | 2026-11-19T15:00:00Z | 2026-11-26T15:00:00Z
                    Thursday 16:00 | 2026-11-26T15:00:00Z | 2026-11-26T15:00:00Z | 2026-12-03T15:00:00Z
                    Thursday 16:00 | 2026-10-23T00:00:00Z | 2026-10-22T14:00:00Z | 2026-10-29T15:00:00Z
                    Sunday 02:30   | 2026-03-29T00:59:59Z | 2026-03-22T01:30:00Z | 2026-03-29T01:00:00Z
                    Sunday 02:30   | 2026-03-29T01:00:00Z | 2026-03-29T01:00:00Z | 2026-04-05T00:30:00Z
                    Sunday 02:30   | 2026-10-25T00:29:00Z | 2026-10-18T00:30:00Z | 2026-10-25T00:30:00Z
                    Sunday 02:30   | 2026-10-25T01:30:00Z | 2026-10-25T00:30:00Z | 2026-11-01T01:30:00Z
                    Monday 00:00   | 2026-11-22T22:59:59Z | 2026-11-15T23:00:00Z | 2026-11-22T23:00:00Z
                    """)
    void theLastAndTheNextAreFoundAlsoWhereClocksChange(
            String time, Instant now, Instant last, Instant next) {
        var berlin = ZoneId.of("Europe/Berlin");
        var schedule =
                new Schedule(List.of(WeekTime.parse(time).orElseThrow()), Duration.ofHours(12));
        assertThat(schedule.last(now, berlin).orElseThrow().at()).isEqualTo(last);
        assertThat(schedule.next(now, berlin).orElseThrow().at()).isEqualTo(next);
    }

    @Test
    void ofSeveralTimesTheNearestCounts() {
        var schedule =
                new Schedule(
                        List.of(
                                WeekTime.parse("Thursday 16:00").orElseThrow(),
                                WeekTime.parse("Tuesday 9:00").orElseThrow()),
                        Duration.ofHours(12));
        var utc = ZoneId.of("UTC");
        var now = Instant.parse("2026-11-25T12:00:00Z");
        assertThat(schedule.last(now, utc).orElseThrow().at()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(schedule.next(now, utc).orElseThrow().at()).isEqualTo("2026-11-26T16:00:00Z");
        assertThat(Schedule.NEVER.next(now, utc)).isEmpty();
    }
}
