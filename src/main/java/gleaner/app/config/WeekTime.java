package gleaner.app.config;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A time of every week, by the clock on the wall.
public record WeekTime(DayOfWeek day, LocalTime time) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int SHORTEST = 3;

    /// The day in English, in full or its first letters (three at least), and hours and minutes:
    /// `Thursday 16:00`, `thu 9:30`.
    static Optional<WeekTime> parse(String text) {
        var words = List.of(text.strip().split("\\s+", 3));
        return words.size() == 2
                ? day(words.get(0))
                        .flatMap(day -> time(words.get(1)).map(at -> new WeekTime(day, at)))
                : Optional.empty();
    }

    private static Optional<DayOfWeek> day(String word) {
        var name = word.toUpperCase(Locale.ROOT);
        return name.length() < SHORTEST
                ? Optional.empty()
                : Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().startsWith(name))
                        .findFirst();
    }

    private static Optional<LocalTime> time(String word) {
        var colon = word.indexOf(':');
        if (colon < 1 || colon > 2 || word.length() != colon + 3) {
            return Optional.empty();
        }
        for (int i = 0; i < word.length(); i++) {
            if (i != colon && (word.charAt(i) < '0' || word.charAt(i) > '9')) {
                return Optional.empty();
            }
        }
        var hours = Integer.parseInt(word.substring(0, colon));
        var minutes = Integer.parseInt(word.substring(colon + 1));
        return hours < 24 && minutes < 60
                ? Optional.of(LocalTime.of(hours, minutes))
                : Optional.empty();
    }

    /// The time in one week, by the wall and in fact.
    ///
    /// @param local names it: the same for everybody, and once, whatever the clocks do
    public record Occurrence(WeekTime time, LocalDateTime local, Instant at) {}

    /// The last that is not after that moment.
    Occurrence last(Instant now, ZoneId zone) {
        // A day where clocks change may have the time before its wall says so: hence a week more.
        var day =
                now.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .with(TemporalAdjusters.nextOrSame(this.day));
        var occurrence = on(day.atTime(time), zone);
        while (occurrence.at().isAfter(now)) {
            occurrence = on(occurrence.local().minusWeeks(1), zone);
        }
        return occurrence;
    }

    /// The first that is after that moment.
    Occurrence next(Instant now, ZoneId zone) {
        return on(last(now, zone).local().plusWeeks(1), zone);
    }

    /// Where clocks go forward over that time, it is the moment when they do; where they go back
    /// over it, it is the first of the two.
    private Occurrence on(LocalDateTime local, ZoneId zone) {
        var change = zone.getRules().getTransition(local);
        var at =
                change != null && change.isGap()
                        ? change.getInstant()
                        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
        return new Occurrence(this, local, at);
    }

    @Override
    public String toString() {
        var name = day.name();
        return name.charAt(0)
                + name.substring(1).toLowerCase(Locale.ROOT)
                + " "
                + CLOCK.format(time);
    }
}
