package gleaner.command;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Days out of words; [Periods] says what is understood.
final class CalendarWords {

    private static final Set<String> LEADING =
            Set.of("in", "during", "on", "for", "over", "the", "of", "within");
    private static final Set<String> TO = Set.of("to", "until", "till", "through", "thru", "-");
    private static final List<String> NUMBERS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten");
    private static final int LONGEST = 3660;

    private final List<String> words;
    private final LocalDate today;
    private final DayOfWeek firstDay;

    /// Days, both ends included.
    ///
    /// @param next the word after them
    /// @param yearless whether the year was not said but found
    record Days(LocalDate from, LocalDate to, int next, boolean yearless) {

        Days(LocalDate from, LocalDate to, int next) {
            this(from, to, next, false);
        }

        static Days day(LocalDate day, int next) {
            return new Days(day, day, next);
        }

        Days next(int changed) {
            return new Days(from, to, changed, yearless);
        }

        private Days inYear(int year) {
            return new Days(from.withYear(year), to.withYear(year), next);
        }
    }

    CalendarWords(List<String> words, LocalDate today, DayOfWeek firstDay) {
        this.words = List.copyOf(words);
        this.today = today;
        this.firstDay = firstDay;
    }

    /// A word in lower case without its punctuation, taken apart at dashes: `16–22` is `16`, `-`,
    /// `22`.
    static List<String> pieces(String word) {
        var text = word.length() > 40 ? word.substring(0, 40) : word;
        text =
                text.toLowerCase(Locale.ROOT)
                        .replace("–", " - ")
                        .replace("—", " - ")
                        .replace("..", " - ");
        if (text.length() == 21 && text.charAt(10) == '/') {
            text = text.replace("/", " - ");
        }
        var dash = text.indexOf('-');
        if (dash > 0
                && isNumber(text.substring(0, dash), 2)
                && isNumber(stripped(text.substring(dash + 1)), 2)) {
            text = text.replace("-", " - ");
        }
        var pieces = new ArrayList<String>();
        for (var piece : text.split(" ", -1)) {
            var bare = stripped(piece);
            if (!bare.isEmpty()) {
                pieces.add(bare);
            }
        }
        return pieces.isEmpty() ? List.of(text) : pieces;
    }

    private static String stripped(String piece) {
        var end = piece.length();
        while (end > 0 && ",;.!?)".indexOf(piece.charAt(end - 1)) >= 0) {
            end--;
        }
        return piece.substring(piece.startsWith("(") && end > 0 ? 1 : 0, end);
    }

    /// The longest stretch of days that begins with the first word.
    Optional<Days> read() {
        return switch (word(0)) {
            case "since" -> days(1).map(this::since);
            case "until", "till" ->
                    days(1).map(end -> new Days(LocalDate.EPOCH, end.to(), end.next()));
            case "from", "between" -> range(1).or(() -> days(1).map(this::since));
            default -> {
                var start = 0;
                while (LEADING.contains(word(start))) {
                    start++;
                }
                var first = start;
                yield range(first).or(() -> days(first));
            }
        };
    }

    private Days since(Days start) {
        if (start.from().isAfter(today)) {
            throw GleanerException.usage(start.from() + " has not come yet.");
        }
        return new Days(start.from(), today, start.next());
    }

    private Optional<Days> range(int at) {
        var days =
                number(at, 31)
                        .filter(_ -> isTo(at + 1))
                        .flatMap(day ->
                                days(at + 2)
                                        .filter(_ -> month(at + 3).isPresent())
                                        .map(end ->
                                                new Days(
                                                        dayIn(YearMonth.from(end.to()), day),
                                                        end.to(),
                                                        end.next())));
        if (days.isPresent()) {
            return days.map(this::inOrder);
        }
        return days(at).filter(start -> isTo(start.next()))
                .flatMap(start ->
                        days(start.next() + 1)
                                .or(() -> lastDay(start))
                                .map(end -> inOrder(joined(start, end))));
    }

    private boolean isTo(int at) {
        return TO.contains(word(at)) || (word(at).equals("and") && word(0).equals("between"));
    }

    /// The 8 of "2 November - 8", "November 2 - 8, 2026".
    private Optional<Days> lastDay(Days start) {
        var at = start.next() + 1;
        if (!start.from().equals(start.to())
                || month(start.next() - 1).or(() -> month(start.next() - 2)).isEmpty()) {
            return Optional.empty();
        }
        return number(at, 31)
                .map(day -> {
                    var year = year(at + 1);
                    var month = YearMonth.from(start.from());
                    var end =
                            Days.day(
                                    dayIn(year.map(month::withYear).orElse(month), day),
                                    at + (year.isPresent() ? 2 : 1));
                    return new Days(
                            end.from(), end.to(), end.next(), year.isEmpty() && start.yearless());
                });
    }

    private static Days joined(Days start, Days end) {
        var from = start;
        var to = end;
        if (start.yearless()) {
            from = start.inYear(to.to().getYear());
            from = from.from().isAfter(to.to()) ? start.inYear(to.to().getYear() - 1) : from;
        } else if (end.yearless()) {
            to = end.inYear(from.from().getYear());
            to = to.to().isBefore(from.from()) ? end.inYear(from.from().getYear() + 1) : to;
        }
        return new Days(from.from(), to.to(), end.next());
    }

    private Days inOrder(Days days) {
        if (days.to().isBefore(days.from())) {
            throw GleanerException.usage(
                    "A period must end after it begins: %s comes before %s."
                            .formatted(days.to(), days.from()));
        }
        return days;
    }

    private Optional<Days> days(int at) {
        return switch (word(at)) {
            case "the" -> word(at + 1).equals("the") ? Optional.empty() : days(at + 1);
            case "today", "now" -> Optional.of(Days.day(today, at + 1));
            case "yesterday" -> Optional.of(Days.day(today.minusDays(1), at + 1));
            case "this" -> unit(word(at + 1), 0).map(days -> days.next(at + 2));
            case "last", "past", "previous" -> last(at + 1);
            case "week" ->
                    number(at + 1, 53)
                            .map(week ->
                                    IsoDays.week(today.get(IsoFields.WEEK_BASED_YEAR), week)
                                            .next(at + 2))
                            .or(() -> unit("week", 0).map(days -> days.next(at + 1)));
            case "month" -> unit("month", 0).map(days -> days.next(at + 1));
            default ->
                    IsoDays.read(word(at), at + 1, today)
                            .or(() -> year(at).map(year -> yearOf(year, at + 1)))
                            .or(() -> counted(at))
                            .or(() -> dayOfMonth(at))
                            .or(() -> dayOfWeek(at));
        };
    }

    private Optional<Days> last(int at) {
        return unit(word(at), 1)
                .map(days -> days.next(at + 1))
                .or(() -> counted(at))
                .or(() ->
                        weekday(word(at))
                                .map(day ->
                                        Days.day(
                                                today.with(TemporalAdjusters.previous(day)),
                                                at + 1)))
                .or(() ->
                        month(at)
                                .map(month -> {
                                    var latest = YearMonth.of(today.getYear(), month);
                                    latest =
                                            latest.atEndOfMonth().isBefore(today)
                                                    ? latest
                                                    : latest.minusYears(1);
                                    return new Days(latest.atDay(1), latest.atEndOfMonth(), at + 1);
                                }));
    }

    /// This unit, or one before it.
    private Optional<Days> unit(String name, int back) {
        return switch (name) {
            case "week" -> {
                var start = today.with(TemporalAdjusters.previousOrSame(firstDay)).minusWeeks(back);
                yield Optional.of(new Days(start, start.plusDays(6), 0));
            }
            case "month" -> Optional.of(monthOf(YearMonth.from(today).minusMonths(back), 0));
            case "year" -> Optional.of(yearOf(today.getYear() - back, 0));
            default -> Optional.empty();
        };
    }

    /// "10 days", "two weeks", "3 months", all up to today; "10 days ago" is the one day.
    private Optional<Days> counted(int at) {
        var unit = word(at + 1);
        var known = unit.startsWith("day") || unit.startsWith("week") || unit.startsWith("month");
        if (!known || !(isNumber(word(at), 40) || NUMBERS.contains(word(at)))) {
            return Optional.empty();
        }
        var number =
                number(at, LONGEST)
                        .orElseThrow(() ->
                                GleanerException.usage(
                                        "A period has 1 to %d days, weeks or months, not '%s'."
                                                .formatted(LONGEST, Excerpt.of(word(at)))));
        var start =
                switch (unit) {
                    case "day", "days" -> today.minusDays(number);
                    case "week", "weeks" -> today.minusWeeks(number);
                    case "month", "months" -> today.minusMonths(number);
                    default -> today;
                };
        if (start.equals(today)) {
            return Optional.empty();
        }
        return Optional.of(
                word(at + 2).equals("ago")
                        ? Days.day(start, at + 3)
                        : new Days(start.plusDays(1), today, at + 2));
    }

    /// "2 Nov", "2nd of November 2026", "November 2, 2026", "November", "Nov 2026".
    private Optional<Days> dayOfMonth(int at) {
        var dayFirst = ordinal(at);
        if (dayFirst.isPresent()) {
            var name = word(at + 1).equals("of") ? at + 2 : at + 1;
            return month(name).map(month -> dated(month, dayFirst.get(), name + 1));
        }
        return month(at)
                .map(month -> {
                    var day = ordinal(at + 1);
                    if (day.isPresent()) {
                        return dated(month, day.get(), at + 2);
                    }
                    var year = year(at + 1);
                    if (year.isPresent()) {
                        return monthOf(YearMonth.of(year.get(), month), at + 2);
                    }
                    var limit = today.plusDays(7);
                    var found = YearMonth.of(limit.getYear(), month);
                    found = found.atDay(1).isAfter(limit) ? found.minusYears(1) : found;
                    return new Days(found.atDay(1), found.atEndOfMonth(), at + 1, true);
                });
    }

    private Days dated(Month month, int day, int next) {
        var year = year(next);
        if (year.isPresent()) {
            return Days.day(dayIn(YearMonth.of(year.get(), month), day), next + 1);
        }
        if (day < 1 || day > month.maxLength()) {
            throw GleanerException.usage("%d %s is not a day.".formatted(day, english(month)));
        }
        var limit = today.plusDays(7);
        var found = YearMonth.of(limit.getYear(), month);
        while (!found.isValidDay(day) || found.atDay(day).isAfter(limit)) {
            found = found.minusYears(1);
        }
        return new Days(found.atDay(day), found.atDay(day), next, true);
    }

    private Optional<Days> dayOfWeek(int at) {
        return weekday(word(at))
                .map(day -> Days.day(today.with(TemporalAdjusters.previousOrSame(day)), at + 1));
    }

    private static LocalDate dayIn(YearMonth month, int day) {
        if (!month.isValidDay(day)) {
            throw GleanerException.usage(
                    "%d %s %d is not a day."
                            .formatted(day, english(month.getMonth()), month.getYear()));
        }
        return month.atDay(day);
    }

    static Days monthOf(YearMonth month, int next) {
        return new Days(month.atDay(1), month.atEndOfMonth(), next);
    }

    private static Days yearOf(int year, int next) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), next);
    }

    private Optional<Integer> year(int at) {
        var word = word(at);
        var is =
                word.length() == 4
                        && isNumber(word, 4)
                        && (word.startsWith("19") || word.startsWith("20"));
        return is ? Optional.of(Integer.parseInt(word)) : Optional.empty();
    }

    private Optional<Integer> ordinal(int at) {
        var word = word(at);
        var ending = word.length() > 2 ? word.substring(word.length() - 2) : "";
        var bare =
                List.of("st", "nd", "rd", "th").contains(ending)
                        ? word.substring(0, word.length() - 2)
                        : word;
        return isNumber(bare, 2) ? Optional.of(Integer.parseInt(bare)) : Optional.empty();
    }

    private Optional<Integer> number(int at, int most) {
        var word = word(at);
        var number =
                NUMBERS.contains(word)
                        ? NUMBERS.indexOf(word)
                        : isNumber(word, 4) ? Integer.parseInt(word) : 0;
        return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
    }

    private Optional<Month> month(int at) {
        for (var month : Month.values()) {
            var name = month.name().toLowerCase(Locale.ROOT);
            var sept = month == Month.SEPTEMBER && word(at).equals("sept");
            if (sept || word(at).equals(name) || word(at).equals(name.substring(0, 3))) {
                return Optional.of(month);
            }
        }
        return Optional.empty();
    }

    private static Optional<DayOfWeek> weekday(String word) {
        for (var day : DayOfWeek.values()) {
            var name = day.name().toLowerCase(Locale.ROOT);
            if (word.length() >= 3 && (name.startsWith(word) || word.equals(name + "s"))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static String english(Month month) {
        return month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private String word(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    static boolean isNumber(String text, int most) {
        return !text.isEmpty()
                && text.length() <= most
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
