package gleaner.digest.drafting;

import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import gleaner.digest.DraftStyle;
import gleaner.news.Link;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// The label of a period that nobody named: "16–22 November 2026".
final class Span {

    /// Between two days of one month the dash stands alone, as printed English has it; CLDR puts
    /// thin spaces there.
    private static final Pattern DAYS =
            Pattern.compile("(?<=(?:^|\\D)\\d{1,2})[\u2009 ]–[\u2009 ](?=\\d)");

    private Span() {}

    /// From the first share to the last, as the locale writes a stretch of days; empty where
    /// nothing was shared.
    static String label(List<Link> links, DraftStyle style) {
        var shares = links.stream().flatMap(link -> link.shares().stream()).toList();
        if (shares.isEmpty()) {
            return "";
        }
        var first = shares.getFirst().time();
        var last = first;
        for (var share : shares) {
            first = share.time().isBefore(first) ? share.time() : first;
            last = share.time().isAfter(last) ? share.time() : last;
        }
        return label(first, last, style);
    }

    static String label(Instant first, Instant last, DraftStyle style) {
        var format = DateIntervalFormat.getInstance("yMMMMd", ULocale.forLocale(style.locale()));
        format.setTimeZone(TimeZone.getTimeZone(style.zone().getId()));
        return DAYS.matcher(
                        format.format(new DateInterval(first.toEpochMilli(), last.toEpochMilli())))
                .replaceAll("–");
    }
}
