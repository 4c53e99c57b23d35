package gleaner.mastodon;

import gleaner.command.CommandParser;
import gleaner.command.Periods;
import gleaner.mastodon.MastodonApi.Account;
import gleaner.mastodon.MastodonApi.HashTag;
import gleaner.mastodon.MastodonApi.Mention;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Statuses for tests, as a server would tell of them.
final class Statuses {

    static final Instant NOW = Instant.parse("2026-11-16T08:00:00Z");

    private Statuses() {}

    static Status of(String html) {
        return of(html, Reach.PUBLIC, "", Optional.empty());
    }

    static Status of(String html, Reach reach, String warning, Optional<Status> quote) {
        return new Status(
                "01JX",
                new Account("A", "ada@far.example", "Ada", "https://far.example/@ada", false),
                NOW,
                Optional.empty(),
                reach,
                Optional.empty(),
                Optional.empty(),
                true,
                html,
                warning,
                Optional.of("https://far.example/@ada/1"),
                List.of(
                        new Mention("BOT", "gleaner", "https://here.example/@gleaner"),
                        new Mention("B", "ben@near.example", "https://near.example/profile/ben")),
                List.of(new HashTag("webassembly", "https://near.example/search?tag=webassembly")),
                List.of("https://files.example/cat.png"),
                quote,
                false,
                Optional.empty());
    }

    static StatusWords words(String html) {
        return StatusWords.of(of(html), "https://here.example/@gleaner"::equals);
    }

    static CommandParser parser() {
        var name = new SectionName("news-in-brief");
        var sections =
                new Sections(List.of(new Section(name, "News in brief", List.of())), name, name);
        return new CommandParser(
                sections,
                new Periods(
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        ZoneOffset.UTC,
                        DayOfWeek.MONDAY,
                        Locale.ENGLISH));
    }
}
