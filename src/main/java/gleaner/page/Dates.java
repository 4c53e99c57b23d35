package gleaner.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// The day a page was published, as the page writes it (in its own time zone).
final class Dates {

    /// A day, and where it was found.
    record Dated(LocalDate day, String source) {}

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private static final List<DateTimeFormatter> FORMS =
            List.of(
                    form("MMMM d, uuuu"),
                    form("MMM d, uuuu"),
                    form("d MMMM uuuu"),
                    form("d MMM uuuu"),
                    form("EEE, d MMM uuuu"),
                    form("EEEE, MMMM d, uuuu"),
                    form("EEE MMM d uuuu"),
                    form("MMMM d uuuu"),
                    form("uuuu/M/d"),
                    form("uuuuMMdd"),
                    form("uuuu-M-d"),
                    form("uuuu.M.d"));

    private Dates() {}

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    static Optional<Dated> of(Document page, Head head, Optional<JsonThing> main, Web web) {
        return main.flatMap(thing ->
                        thing.text("datePublished")
                                .or(() -> thing.text("uploadDate"))
                                .or(() -> thing.text("dateCreated")))
                .flatMap(Dates::parse)
                .map(day -> new Dated(day, "json-ld"))
                .or(() ->
                        head
                                .all(
                                        "article:published_time",
                                        "article:published",
                                        "og:article:published_time",
                                        "og:published_time",
                                        "datepublished",
                                        "uploaddate",
                                        "citation_publication_date",
                                        "citation_date",
                                        "citation_online_date",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "dc.date.issued",
                                        "dcterms.issued",
                                        "dc.date",
                                        "dcterms.created",
                                        "dc.date.created",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "publish_date",
                                        "ptime",
                                        "pdate",
                                        "date",
                                        "cxenseparse:recs:publishtime",
                                        "article.published",
                                        "video:release_date",
                                        "release_date",
                                        "originalpublicationdate",
                                        "display_date",
                                        "dat")
                                .stream()
                                .flatMap(text -> parse(text).stream())
                                .findFirst()
                                .map(day -> new Dated(day, "meta")))
                .or(() -> element(page))
                .or(() -> path(web));
    }

    private static Optional<Dated> element(Document page) {
        for (var element : page.getElementsByAttribute("itemprop")) {
            if (element.attr("itemprop").equals("datePublished")) {
                var day =
                        parse(
                                element.hasAttr("datetime")
                                        ? element.attr("datetime")
                                        : element.hasAttr("content")
                                                ? element.attr("content")
                                                : Shortly.text(element, 60));
                if (day.isPresent()) {
                    return day.map(found -> new Dated(found, "microdata"));
                }
            }
        }
        for (var time : page.getElementsByTag("time")) {
            var day =
                    parse(
                            time.hasAttr("datetime")
                                    ? time.attr("datetime")
                                    : Shortly.text(time, 60));
            if (day.isPresent()) {
                return day.map(found -> new Dated(found, "time"));
            }
        }
        return Optional.empty();
    }

    /// `/2024/03/05/` in a path.
    private static Optional<Dated> path(Web web) {
        var segments = web.segments();
        for (int i = 0; i + 2 < segments.size(); i++) {
            if (segments.get(i).matches("(19|20)\\d\\d")
                    && segments.get(i + 1).matches("\\d{1,2}|[a-z]{3}")
                    && segments.get(i + 2).matches("\\d{1,2}")) {
                var day =
                        parse(
                                segments.get(i)
                                        + "/"
                                        + segments.get(i + 1)
                                        + "/"
                                        + segments.get(i + 2));
                if (day.isPresent()) {
                    return day.map(found -> new Dated(found, "url"));
                }
            }
        }
        return Optional.empty();
    }

    static Optional<LocalDate> parse(String raw) {
        var text = Plain.of(raw, 60);
        if (text.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
            return day(text.substring(0, 10), DateTimeFormatter.ISO_LOCAL_DATE);
        }
        if (text.matches("\\d{10}|\\d{13}")) {
            long seconds = Long.parseLong(text.substring(0, 10));
            return Optional.of(LocalDate.ofEpochDay(seconds / 86_400)).filter(Dates::isLikely);
        }
        if (text.matches("\\d{4}/\\d\\d?/\\d\\d?[ T].*")) {
            return parse(text.substring(0, text.indexOf(text.indexOf(' ') > 0 ? ' ' : 'T')));
        }
        for (var form : FORMS) {
            var day = day(text, form);
            if (day.isPresent()) {
                return day;
            }
        }
        int colon = text.indexOf(':');
        int space = colon < 0 ? -1 : text.lastIndexOf(' ', colon);
        return space > 6
                ? parse(text.substring(0, space).replaceAll(",$", "").replaceAll(" at$", ""))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form)).filter(Dates::isLikely);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isLikely(LocalDate day) {
        return day.isAfter(FIRST) && day.isBefore(LAST);
    }
}
