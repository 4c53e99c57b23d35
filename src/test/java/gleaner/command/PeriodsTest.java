package gleaner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.news.GleanerException;
import gleaner.news.Period;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, an editor gets another week's links than the one that was asked for.
class PeriodsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    today                            | 2026-11-22 | 2026-11-23 | 22 November 2026
                    yesterday                        | 2026-11-21 | 2026-11-22 | 21 November 2026
                    this week                        | 2026-11-16 | 2026-11-23 | 16–22 November 2026
                    week                             | 2026-11-16 | 2026-11-23 | 16–22 November 2026
                    last week                        | 2026-11-09 | 2026-11-16 | 9–15 November 2026
                    the last week                    | 2026-11-09 | 2026-11-16 | 9–15 November 2026
                    This Month                       | 2026-11-01 | 2026-12-01 | November 2026
                    last month                       | 2026-10-01 | 2026-11-01 | October 2026
                    last year                        | 2025-01-01 | 2026-01-01 | 2025
                    10 days                          | 2026-11-13 | 2026-11-23 | 13–22 November 2026
                    last 10 days                     | 2026-11-13 | 2026-11-23 | 13–22 November 2026
                    in the last two weeks            | 2026-11-09 | 2026-11-23 | 9–22 November 2026
                    1 day                            | 2026-11-22 | 2026-11-23 | 22 November 2026
                    3 days ago                       | 2026-11-19 | 2026-11-20 | 19 November 2026
                    past 2 months                    | 2026-09-23 | 2026-11-23 | 23 September – 22 November 2026
                    since Tuesday                    | 2026-11-17 | 2026-11-23 | 17–22 November 2026
                    since 2026-11-03                 | 2026-11-03 | 2026-11-23 | 3–22 November 2026
                    since last week                  | 2026-11-09 | 2026-11-23 | 9–22 November 2026
                    since yesterday                  | 2026-11-21 | 2026-11-23 | 21–22 November 2026
                    from Monday                      | 2026-11-16 | 2026-11-23 | 16–22 November 2026
                    Sunday                           | 2026-11-22 | 2026-11-23 | 22 November 2026
                    on monday                        | 2026-11-16 | 2026-11-17 | 16 November 2026
                    last Sunday                      | 2026-11-15 | 2026-11-16 | 15 November 2026
                    2026-W47                         | 2026-11-16 | 2026-11-23 | 16–22 November 2026
                    2026w47                          | 2026-11-16 | 2026-11-23 | 16–22 November 2026
                    week 47                          | 2026-11-16 | 2026-11-23 | 16–22 November 2026
                    W46                              | 2026-11-09 | 2026-11-16 | 9–15 November 2026
                    2026-W53                         | 2026-12-28 | 2027-01-04 | 28 December 2026 – 3 January 2027
                    2025-W01                         | 2024-12-30 | 2025-01-06 | 30 December 2024 – 5 January 2025
                    2026-11                          | 2026-11-01 | 2026-12-01 | November 2026
                    2026                             | 2026-01-01 | 2027-01-01 | 2026
                    2026-11-02                       | 2026-11-02 | 2026-11-03 | 2 November 2026
                    2026-11-02 to 2026-11-08         | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    2026-11-02..2026-11-08           | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    2026-11-02/2026-11-08            | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    2026-11-02–2026-11-08            | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    2 Nov - 8 Nov                    | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    2 - 8 Nov                        | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    2–8 November 2026                | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    Nov 2-8                          | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    November 2 - 8, 2025             | 2025-11-02 | 2025-11-09 | 2–8 November 2025
                    from 2 Nov until 8 Nov           | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    from 2nd of November to the 8 November | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    between 2 Nov and 8 Nov          | 2026-11-02 | 2026-11-09 | 2–8 November 2026
                    30 Nov - 6 Dec 2025              | 2025-11-30 | 2025-12-07 | 30 November – 6 December 2025
                    20 Dec - 5 Jan                   | 2025-12-20 | 2026-01-06 | 20 December 2025 – 5 January 2026
                    20 Dec 2024 - 5 Jan              | 2024-12-20 | 2025-01-06 | 20 December 2024 – 5 January 2025
                    23 Nov - 29 Nov                  | 2026-11-23 | 2026-11-30 | 23–29 November 2026
                    30 Nov                           | 2025-11-30 | 2025-12-01 | 30 November 2025
                    November 2, 2026                 | 2026-11-02 | 2026-11-03 | 2 November 2026
                    29 Feb                           | 2024-02-29 | 2024-03-01 | 29 February 2024
                    November                         | 2026-11-01 | 2026-12-01 | November 2026
                    in November                      | 2026-11-01 | 2026-12-01 | November 2026
                    Dec                              | 2025-12-01 | 2026-01-01 | December 2025
                    last November                    | 2025-11-01 | 2025-12-01 | November 2025
                    Sept 2025                        | 2025-09-01 | 2025-10-01 | September 2025
                    October to November              | 2026-10-01 | 2026-12-01 | 1 October – 30 November 2026
                    Monday to Wednesday              | 2026-11-16 | 2026-11-19 | 16–18 November 2026
                    last week to today               | 2026-11-09 | 2026-11-23 | 9–22 November 2026
                    """)
    void readsWhatPeopleSay(String words, String from, String to, String label) {
        assertThat(Fixtures.periods(Fixtures.CLOCK).parse(words)).contains(period(from, to, label));
    }

    private static Period period(String from, String to, String label) {
        return new Period(
                LocalDateTime.parse(from + "T00:00").atZone(Fixtures.BERLIN).toInstant(),
                LocalDateTime.parse(to + "T00:00").atZone(Fixtures.BERLIN).toInstant(),
                label);
    }

    @Test
    void everythingUpToADayBeginsWithTheEpoch() {
        assertThat(Fixtures.periods(Fixtures.CLOCK).parse("until 2026-11-08"))
                .hasValueSatisfying(period -> {
                    assertThat(period.from()).isEqualTo("1970-01-01T00:00:00Z");
                    assertThat(period.to()).isEqualTo("2026-11-08T23:00:00Z");
                    assertThat(period.label()).isEqualTo("until 8 November 2026");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-02-30                 | 2026-02-30 is not a day.
                    since 2026-11-31           | 2026-11-31 is not a day.
                    2026-11-02 to 2026-11-31   | 2026-11-31 is not a day.
                    2026-13                    | 2026-13 is not a month.
                    2026-00                    | 2026-00 is not a month.
                    2025-W53                   | 2025 has no week 53.
                    2026-W00                   | 2026 has no week 0.
                    31 November                | 31 November is not a day.
                    29 Feb 2026                | 29 February 2026 is not a day.
                    29 - 31 Nov                | 29 November … 31 November is not a day.
                    since 2026-12-01           | 2026-12-01 has not come yet.
                    2026-11-08 to 2026-11-02   | A period must end after it begins: 2026-11-02 comes before 2026-11-08.
                    11/02/2026                 | Days are written like 2026-11-02, not '11/02/2026'.
                    2.11.2026                  | Days are written like 2026-11-02, not '2.11.2026'.
                    2026-11-2                  | Days are written like 2026-11-02, not '2026-11-2'.
                    9999 days                  | A period has 1 to 3660 days, weeks or months, not '9999'.
                    99999999999999999999 weeks | A period has 1 to 3660 days, weeks or months, not '99999999999999999999'.
                    0 days                     | A period has 1 to 3660 days, weeks or months, not '0'.
                    """)
    void saysWhatIsWrongWithADate(String words, String sentence) {
        assertThatThrownBy(() -> Fixtures.periods(Fixtures.CLOCK).parse(words))
                .isInstanceOf(GleanerException.class)
                .hasMessage(sentence.replaceAll(".*… ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "k3f9",
                "last",
                "since",
                "2 to",
                "to 8 Nov",
                "#today",
                "10",
                "last k3f9",
                "-"
            })
    void whatIsNoPeriodIsNone(String words) {
        assertThat(Fixtures.periods(Fixtures.CLOCK).parse(words)).isEmpty();
    }

    @Test
    void daysAreAsLongAsTheClocksMakeThem() {
        var spring = Fixtures.periods(Fixtures.at("2026-03-29T12:00:00Z")).parse("today");
        var autumn = Fixtures.periods(Fixtures.at("2026-10-25T12:00:00Z")).parse("today");
        assertThat(spring)
                .contains(
                        new Period(
                                java.time.Instant.parse("2026-03-28T23:00:00Z"),
                                java.time.Instant.parse("2026-03-29T22:00:00Z"),
                                "29 March 2026"));
        assertThat(autumn)
                .contains(
                        new Period(
                                java.time.Instant.parse("2026-10-24T22:00:00Z"),
                                java.time.Instant.parse("2026-10-25T23:00:00Z"),
                                "25 October 2026"));
    }

    @Test
    void aDayBeginsLaterWhereMidnightIsLeftOut() {
        var clock = Fixtures.at("2026-09-06T12:00:00Z");
        var santiago =
                new Periods(clock, ZoneId.of("America/Santiago"), DayOfWeek.MONDAY, Locale.ENGLISH);
        assertThat(santiago.parse("today").map(Period::from))
                .contains(java.time.Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    void todayIsTheZonesToday() {
        var late = Fixtures.periods(Fixtures.at("2026-12-31T23:30:00Z"));
        assertThat(late.parse("today").map(Period::label)).contains("1 January 2027");
        assertThat(late.parse("last month").map(Period::label)).contains("December 2026");
        assertThat(late.parse("this week").map(Period::label))
                .contains("28 December 2026 – 3 January 2027");
        assertThat(late.parse("20 Dec - 1 Jan").map(Period::label))
                .contains("20 December 2026 – 1 January 2027");
    }

    @Test
    void weeksBeginWhenTheNewsroomSaysButIsoWeeksOnMonday() {
        var sundays =
                new Periods(Fixtures.CLOCK, Fixtures.BERLIN, DayOfWeek.SUNDAY, Locale.ENGLISH);
        assertThat(sundays.parse("this week").map(Period::label)).contains("22–28 November 2026");
        assertThat(sundays.parse("last week").map(Period::label)).contains("15–21 November 2026");
        assertThat(sundays.parse("2026-W47").map(Period::label)).contains("16–22 November 2026");
    }

    @Test
    void labelsAreInTheLanguageThatIsAskedFor() {
        var german = new Periods(Fixtures.CLOCK, Fixtures.BERLIN, DayOfWeek.MONDAY, Locale.GERMAN);
        assertThat(german.parse("last month").map(Period::label))
                .isEqualTo(Optional.of("Oktober 2026"));
    }
}
