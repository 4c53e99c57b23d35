package gleaner.command;

import gleaner.news.Link;
import gleaner.news.Page;
import gleaner.news.Share;
import gleaner.news.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Links and times as lines of Markdown.
final class Lines {

    private static final int TITLE = 100;
    private static final int NAME = 40;
    private static final int MOST_TAGS = 10;

    private final Clock clock;
    private final ZoneId zone;
    private final DateTimeFormatter thisYear;
    private final DateTimeFormatter otherYear;

    Lines(Clock clock, ZoneId zone, Locale locale) {
        this.clock = clock;
        this.zone = zone;
        this.thisYear = DateTimeFormatter.ofPattern("EEE d MMM", locale);
        this.otherYear = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
    }

    /// "`k3f9` \[title](url) — #k8s · Ada in #general, Tue 17 Nov · picked · 3 votes"
    String item(Sight.Seen seen) {
        if (seen.bare()) {
            return brief(seen) + " — private" + standing(seen.link());
        }
        var link = seen.link();
        var parts = new ArrayList<String>();
        if (!link.tags().isEmpty()) {
            parts.add(tags(link.tags()));
        }
        var shares = link.isWithdrawn() ? link.shares() : link.liveShares();
        if (!shares.isEmpty()) {
            var more = shares.size() > 1 ? " and %d more".formatted(shares.size() - 1) : "";
            parts.add(sharer(shares.getFirst()) + more);
        }
        var line =
                brief(seen)
                        + (parts.isEmpty() ? "" : " — " + String.join(" · ", parts))
                        + standing(link);
        var votes = link.voteCount();
        return votes == 0 ? line : line + " · " + votes + (votes == 1 ? " vote" : " votes");
    }

    private static String standing(Link link) {
        return switch (Standing.of(link)) {
            case NEW -> "";
            case RAN -> " · ran in issue " + link.ran().orElseThrow();
            case PICKED, LEAD, HELD, SKIPPED, WITHDRAWN -> " · " + Standing.of(link);
        };
    }

    /// "`k3f9` \[title](url)"; of a bare one only the URL.
    String brief(Sight.Seen seen) {
        var words = seen.bare() ? seen.link().url() : title(seen.link());
        return "`" + seen.link().id() + "` " + Markdown.link(words, seen.link().url(), TITLE);
    }

    /// The page's title, else the first words with which it was shared, else its URL.
    static String title(Link link) {
        return link.page()
                .title()
                .filter(title -> !title.isBlank())
                .or(() ->
                        link.liveShares().stream()
                                .map(Share::words)
                                .filter(words -> !words.isBlank())
                                .findFirst())
                .orElseGet(link::url);
    }

    /// "Ada in #general, Tue 17 Nov"
    String sharer(Share share) {
        return "%s in %s, %s"
                .formatted(name(share.person().name()), channel(share), day(share.time()));
    }

    String channel(Share share) {
        return "#" + name(share.channel().name());
    }

    String name(String name) {
        return Markdown.line(name, NAME);
    }

    String tags(List<Tag> tags) {
        var shown = tags.stream().limit(MOST_TAGS).map(Lines::tag).collect(Collectors.joining(" "));
        return tags.size() > MOST_TAGS ? shown + " …" : shown;
    }

    static String tag(Tag tag) {
        return "#" + Markdown.line(tag.shown(), NAME);
    }

    /// "Tue 17 Nov"; in another year "17 Nov 2025".
    String day(Instant time) {
        var date = LocalDate.ofInstant(time, zone);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return (date.getYear() == today.getYear() ? thisYear : otherYear).format(date);
    }

    /// Everything that is known of a link.
    String details(Sight.Seen seen, boolean notes, String section) {
        var link = seen.link();
        var lines = new ArrayList<String>();
        lines.add(item(seen));
        lines.add("Section: " + section);
        if (!seen.bare()) {
            page(link.page(), lines);
        }
        var curation = link.curation();
        curation.blurb().ifPresent(blurb -> lines.add("Blurb: " + Markdown.plainLine(blurb, 2000)));
        curation.linkWords()
                .ifPresent(words -> lines.add("Link on: " + Markdown.line(words, TITLE)));
        curation.byline()
                .ifPresent(byline ->
                        lines.add(
                                "Byline: "
                                        + (byline.toString().isEmpty()
                                                ? "none"
                                                : Markdown.line(byline.toString(), TITLE))));
        curation.picture()
                .ifPresent(picture ->
                        lines.add(
                                "Picture: "
                                        + Markdown.link(
                                                picture.alt().isBlank()
                                                        ? "no words yet"
                                                        : picture.alt(),
                                                picture.url(),
                                                TITLE)));
        curation.note()
                .filter(_ -> notes)
                .ifPresent(note -> lines.add("Note: " + Markdown.plainLine(note, 2000)));
        if (!seen.bare()) {
            link.shares().forEach(share -> lines.add(share(link, share)));
        }
        return lines.getFirst()
                + lines.stream().skip(1).map(line -> "\n- " + line).collect(Collectors.joining());
    }

    private void page(Page page, List<String> lines) {
        var by = new ArrayList<String>();
        page.authors().stream().limit(5).map(this::name).forEach(by::add);
        page.publisher().map(this::name).ifPresent(by::add);
        if (!by.isEmpty()) {
            lines.add("By: " + String.join(", ", by));
        }
        page.summary().ifPresent(summary -> lines.add("Summary: " + Markdown.line(summary, 300)));
    }

    private String share(Link link, Share share) {
        var gone = link.liveShares().contains(share) ? "" : " (withdrawn)";
        var place =
                share.permalink()
                        .map(url -> Markdown.link(share.channel().name(), url, NAME))
                        .map(linked ->
                                linked.startsWith("[") ? linked.replaceFirst("\\[", "[#") : linked)
                        .orElseGet(() -> channel(share));
        var told =
                gone.isEmpty() && !share.sentence().isBlank()
                        ? ": " + Markdown.line(Markdown.withoutMarkup(share.sentence()), 200)
                        : "";
        return "Shared by %s in %s, %s%s%s"
                .formatted(name(share.person().name()), place, day(share.time()), gone, told);
    }
}
