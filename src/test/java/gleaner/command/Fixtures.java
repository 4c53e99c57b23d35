package gleaner.command;

import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.Tag;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// A newsroom with four sections, on Sunday, 22 November 2026, in Berlin.
final class Fixtures {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Clock CLOCK = at("2026-11-22T10:00:00Z");
    static final Sections SECTIONS =
            new Sections(
                    List.of(
                            section("lead", "In depth"),
                            section("releases", "Releases", "release"),
                            section("security", "Security", "security", "cve"),
                            section("news-in-brief", "News in brief")),
                    new SectionName("lead"),
                    new SectionName("news-in-brief"));

    private Fixtures() {}

    private static Section section(String name, String heading, String... tags) {
        return new Section(
                new SectionName(name), heading, List.of(tags).stream().map(Tag::of).toList());
    }

    static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), BERLIN);
    }

    static Periods periods(Clock clock) {
        return new Periods(clock, BERLIN, DayOfWeek.MONDAY, Locale.ENGLISH);
    }

    static CommandParser parser() {
        return new CommandParser(SECTIONS, periods(CLOCK));
    }
}
