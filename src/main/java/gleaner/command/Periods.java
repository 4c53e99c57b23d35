package gleaner.command;

import gleaner.news.GleanerException;
import gleaner.news.Period;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads stretches of time as people say them, and names them.
///
/// `today`, `last week`, `last 10 days`, `since Tuesday`, `2026-W47`, `2026-11`, `2 Nov - 8 Nov`,
/// `from … to …`: the named end day belongs to it. Days begin when they begin in the zone, whatever
/// its clocks do. A day or month without a year is the last one up to a week from now; a day of the
/// week is the last one, today included; `last 10 days` ends with today. Weeks written `2026-W47`
/// are those of ISO 8601, others begin on the given day.
public final class Periods {

    /// No way of saying a period has more words.
    private static final int MOST_WORDS = 12;

    private final Clock clock;
    private final ZoneId zone;
    private final DayOfWeek firstDay;
    private final DateTimeFormatter full;
    private final DateTimeFormatter dayAndMonth;
    private final DateTimeFormatter month;

    /// @param firstDay of the week
    /// @param locale of the labels; what is read is English
    public Periods(Clock clock, ZoneId zone, DayOfWeek firstDay, Locale locale) {
        this.clock = clock;
        this.zone = zone;
        this.firstDay = firstDay;
        this.full = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
        this.dayAndMonth = DateTimeFormatter.ofPattern("d MMMM", locale);
        this.month = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
    }

    /// The period that all of the words are, if they are one.
    ///
    /// @throws GleanerException (USAGE) where they name a day that does not exist: "2026-02-30 is
    ///   not a day."
    public Optional<Period> parse(String words) {
        var all = Words.of(words).all().stream().map(Words.Word::plain).toList();
        return read(all, 0).filter(reading -> reading.next() == all.size()).map(Reading::period);
    }

    /// A period, and the word after it.
    record Reading(Period period, int next) {}

    /// The longest period that begins with that word.
    Optional<Reading> read(List<String> words, int from) {
        var pieces = new ArrayList<String>();
        var ends = new ArrayList<Integer>();
        for (int i = from; i < Math.min(words.size(), from + MOST_WORDS); i++) {
            for (var piece : CalendarWords.pieces(words.get(i))) {
                pieces.add(piece);
                ends.add(i + 1);
            }
        }
        return new CalendarWords(pieces, LocalDate.ofInstant(clock.instant(), zone), firstDay)
                .read()
                .filter(days -> isWhole(ends, days.next()))
                .map(days -> new Reading(of(days), ends.get(days.next() - 1)));
    }

    private static boolean isWhole(List<Integer> ends, int next) {
        return next == ends.size() || !ends.get(next).equals(ends.get(next - 1));
    }

    private Period of(CalendarWords.Days days) {
        var from =
                days.from().equals(LocalDate.EPOCH)
                        ? Instant.EPOCH
                        : days.from().atStartOfDay(zone).toInstant();
        return new Period(
                from,
                days.to().plusDays(1).atStartOfDay(zone).toInstant(),
                label(days.from(), days.to()));
    }

    /// What the days from one to the other, both included, are called.
    String label(LocalDate from, LocalDate to) {
        if (from.equals(LocalDate.EPOCH)) {
            return "until " + full.format(to);
        }
        if (from.equals(to)) {
            return full.format(to);
        }
        var whole = from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
        if (whole && YearMonth.from(from).equals(YearMonth.from(to))) {
            return month.format(to);
        }
        if (whole
                && from.getYear() == to.getYear()
                && from.getMonthValue() == 1
                && to.getMonthValue() == 12) {
            return Integer.toString(to.getYear());
        }
        if (YearMonth.from(from).equals(YearMonth.from(to))) {
            return from.getDayOfMonth() + "–" + full.format(to);
        }
        return (from.getYear() == to.getYear() ? dayAndMonth : full).format(from)
                + " – "
                + full.format(to);
    }
}
