package gleaner.publishing;

import gleaner.command.DraftForm;
import gleaner.command.Edition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Issues that were published, and desks that hand them over.
final class Editions {

    static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Newsletter NEWSLETTER = new Newsletter("team", "Links & more", Locale.ENGLISH);

    private Editions() {}

    static Edition issue(int number, String words) {
        return issue(number, "Issue %d: a week".formatted(number), words);
    }

    static Edition issue(int number, String title, String words) {
        var json =
                """
                {"intro":[{"text":"%s & so on"}],"sections":[{"items":[
                  {"id":"k3f9","urls":["https://one.example/?a=1&b=2"],"text":"%s <one>","html":"<a href=\\"https://one.example/?a=1&amp;b=2\\">%s</a> &lt;one&gt;","attribution":"A & B","tags":["Security","Go"]},
                  {"id":"x2b4","urls":["https://two.example/"],"text":"Two","html":"Two","attribution":null,"tags":["go"]}]}]}
                """
                        .formatted(words, words, words);
        return new Edition(
                number,
                NOW.minus(Duration.ofDays(70 - 7L * number)),
                title,
                Map.of(
                        DraftForm.MARKDOWN,
                        "# %s\n\n%s\n\n- [One](https://one.example/)\n".formatted(title, words),
                        DraftForm.HTML,
                        "<!DOCTYPE html>\n<html><head><style>\n.a { color: red; }\n</style></head>\n<body class=\"b\">\n<h1>%s</h1>\n<p>%s</p>\n</body>\n</html>\n"
                                .formatted(title, words),
                        DraftForm.TEXT,
                        title + "\n" + words + "\n",
                        DraftForm.JSON,
                        json));
    }

    static PublishingSettings at(FakePublisher fake) {
        return new PublishingSettings(
                fake.url(),
                Optional.of(fake.url()),
                Optional.of(fake.url()),
                List.of(1, 4),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static PublishingKeys keys() {
        return new PublishingKeys(
                Optional.of(FakeButtondown.KEY),
                Optional.of(FakeGhost.KEY),
                Optional.of(FakeListmonk.USER),
                Optional.of(FakeListmonk.TOKEN));
    }

    static PublishingDesk desk(PublishingSettings settings, PublishingMemory memory) {
        return new PublishingDesk(settings, keys(), NEWSLETTER, memory, CLOCK, Duration.ZERO);
    }
}
