package gleaner.digest.drafting;

import static gleaner.digest.Shared.link;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Note;
import gleaner.digest.Shared;
import gleaner.digest.check.Readiness;
import gleaner.news.Health;
import gleaner.news.Health.Found;
import gleaner.news.LinkId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// If these fail, an editor is not told of a dead link, or not what to do about it.
class LifeSignsTest {

    private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");

    private static Health looked(int times, Found found, Optional<String> archive) {
        var health = Health.readAt(NOON);
        for (int i = 0; i < times; i++) {
            health = health.after(NOON, found, Optional.empty(), archive);
        }
        return health;
    }

    private static Health looked(int times, Found found) {
        return looked(times, found, Optional.empty());
    }

    private static Health asked(Health health) {
        return new Health(
                health.at(), health.found(), health.times(), health.archive(), health.mark(), true);
    }

    private static Shared with(String id, Health health) {
        return link(id, "https://a.example/" + id)
                .said(1, "w")
                .blurb("It tells of %s.".formatted(id))
                .byline("none")
                .health(health);
    }

    private static List<String> told(Shared... links) {
        return Shared.draft(links).notes().stream()
                .filter(note -> note.kind().compareTo(Note.Kind.LOST) > 0)
                .map(Note::markdown)
                .toList();
    }

    @Test
    void eachSignIsToldWithItsRemedy() {
        var gone = new Found.Gone("a.example answered with status 404.", false);
        var silent = new Found.Silent("a.example answered with status 503.");
        assertThat(
                        told(
                                with("22b2", Health.NONE),
                                with("22b3", Health.readAt(NOON)),
                                with("22b4", looked(1, gone)),
                                with("22b5", looked(2, gone)),
                                with(
                                        "22b6",
                                        looked(
                                                1,
                                                new Found.Gone("It is gone.", true),
                                                Optional.of("https://web.archive.example/x"))),
                                with("22b7", looked(1, new Found.Moved("https://b.example/_x_"))),
                                with("22b8", looked(1, new Found.Replaced("Buy <b>*this*</b>"))),
                                with("22b9", looked(1, silent)),
                                with("22bb", asked(looked(3, silent))),
                                with("22bc", asked(Health.readAt(NOON)))))
                .containsExactly(
                        "`22b4` seems to be dead: a.example answered with status 404. It is looked at once more before that is sure. `skip 22b4` drops it.",
                        "`22b5` is dead: a.example answered with status 404. `skip 22b5` drops it.",
                        "`22b6` is dead: It is gone. `add https://web.archive.example/x` keeps an archive's copy in its place, `skip 22b6` drops it.",
                        "`22b7` leads to https\\://b.example/\\_x\\_ now: open it, then `refresh 22b7` or `skip 22b7`.",
                        "The page of `22b8` is called “Buy \\<b>\\*this\\*\\</b>” now: open it, then `refresh 22b8` or `skip 22b8`.",
                        "`22b9` could not be looked at again: open it; `show 22b9` says why.",
                        "`22bb`, `22bc` are still being looked at: ask again in a minute.");
    }

    @Test
    void ofManyDeadOnesTenAreToldApart() {
        var letters = "23456789bcdf";
        var dead = looked(2, new Found.Gone("No.", false));
        var links =
                IntStream.range(0, 12)
                        .mapToObj(i -> with("zzz" + letters.charAt(i), dead))
                        .toArray(Shared[]::new);
        assertThat(told(links))
                .hasSize(11)
                .last()
                .isEqualTo("… and 2 more are gone, or seem to be: `show` says why.");
    }

    @Test
    void aPageThatIsDeadIsNotAlsoLost() {
        var draft = Shared.draft(with("22b5", looked(2, new Found.Gone("No.", false))));
        assertThat(Readiness.of(draft, Map.of(new LinkId("22b5"), "No."), List.of()))
                .extracting(Note::kind)
                .contains(Note.Kind.DEAD)
                .doesNotContain(Note.Kind.LOST);
    }
}
