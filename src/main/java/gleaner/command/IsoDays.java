package gleaner.command;

import gleaner.command.CalendarWords.Days;
import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// Days in the forms of ISO 8601: `2026-11-02`, `2026-11`, `2026-W47`, `W47`.
final class IsoDays {

    private IsoDays() {}

    /// The days that it names, if it is one.
    ///
    /// @param next the word after it
    static Optional<Days> read(String word, int next, LocalDate today) {
        refuseOtherForms(word);
        if (word.length() == 10
                && word.charAt(4) == '-'
                && CalendarWords.isNumber(word.replace("-", ""), 8)) {
            return Optional.of(Days.day(day(word), next));
        }
        if (word.length() == 7
                && word.charAt(4) == '-'
                && CalendarWords.isNumber(word.replace("-", ""), 6)) {
            var month = Integer.parseInt(word.substring(5));
            if (month < 1 || month > 12) {
                throw GleanerException.usage(word + " is not a month.");
            }
            return Optional.of(
                    CalendarWords.monthOf(
                            YearMonth.of(Integer.parseInt(word.substring(0, 4)), month), next));
        }
        var w = word.indexOf('w');
        if (w >= 0 && CalendarWords.isNumber(word.substring(w + 1), 2)) {
            if (w == 0) {
                return Optional.of(
                        week(
                                        today.get(IsoFields.WEEK_BASED_YEAR),
                                        Integer.parseInt(word.substring(1)))
                                .next(next));
            }
            var year = word.substring(0, w).replace("-", "");
            if (year.length() == 4 && CalendarWords.isNumber(year, 4)) {
                return Optional.of(
                        week(Integer.parseInt(year), Integer.parseInt(word.substring(w + 1)))
                                .next(next));
            }
        }
        return Optional.empty();
    }

    private static void refuseOtherForms(String word) {
        var separators = word.chars().filter(c -> c == '/' || c == '.' || c == '-').count();
        var digits = word.chars().filter(c -> c >= '0' && c <= '9').count();
        var iso = word.length() == 10 && word.charAt(4) == '-' && word.charAt(7) == '-';
        if (separators == 2 && !iso && digits >= 4 && digits + separators == word.length()) {
            throw GleanerException.usage(
                    "Days are written like 2026-11-02, not '%s'.".formatted(Excerpt.of(word)));
        }
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.of(
                    Integer.parseInt(word.substring(0, 4)),
                    Integer.parseInt(word.substring(5, 7)),
                    Integer.parseInt(word.substring(8)));
        } catch (DateTimeException e) {
            throw new GleanerException(GleanerException.Kind.USAGE, word + " is not a day.", e);
        }
    }

    static Days week(int year, int week) {
        // The 4th of January is always in the first week: ISO 8601.
        var fourth = LocalDate.of(year, 1, 4);
        if (week < 1
                || week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(fourth).getMaximum()) {
            throw GleanerException.usage("%d has no week %d.".formatted(year, week));
        }
        var monday =
                fourth.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(week - 1L);
        return new Days(monday, monday.plusDays(6), 0);
    }
}
