package gleaner.app;

import static gleaner.app.SlackTeam.EDITORS;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.app.config.Config;
import gleaner.mastodon.FakeMastodon;
import gleaner.page.PageReader;
import gleaner.slack.FakeSlack;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If this fails, editors wait for a draft that never comes, or get it twice.
class ScheduledDraftsTest {

    private static final Instant BEFORE = Instant.parse("2026-11-26T15:59:00Z");
    private static final Instant TIME = Instant.parse("2026-11-26T16:00:00Z");

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir Path folder;

    private SlackTeam team;

    @BeforeEach
    void gather() {
        team = new SlackTeam(redis, folder);
        schedule("Thursday 16:00");
    }

    @AfterEach
    void part() throws IOException {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    private void schedule(String times) {
        try {
            var file = folder.resolve("config/gleaner.yaml");
            Files.writeString(
                    file,
                    Files.readString(file)
                            + "pages:\n  read: false\ndigest:\n  schedule: "
                            + times
                            + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A process at that moment that looks at the clock once.
    private void look(Instant now) {
        look(team.config(), now);
    }

    private static void look(Config config, Instant now) {
        try (var house = house(config, now)) {
            house.scheduledDrafts().look();
        }
    }

    private static House house(Config config, Instant now) {
        return House.open(
                config,
                Clock.fixed(now, ZoneOffset.UTC),
                new Random(5),
                _ -> {},
                PageReader::builtIn);
    }

    private List<String> waiting(String address) {
        return redis.store().outbox().read(address, "0-0", Duration.ofMillis(1)).stream()
                .map(answer -> answer.to().toString())
                .toList();
    }

    /// What is closed after it would stay open otherwise.
    @Test
    void aSessionWithoutAScheduleEndsAsAnyOther() throws IOException {
        var file = folder.resolve("config/gleaner.yaml");
        Files.writeString(file, Files.readString(file).replaceAll("schedule: .*", "schedule: []"));
        try (var house = house(team.config(), TIME)) {
            var drafts = house.scheduledDrafts();
            drafts.start();
            drafts.close();
        }
    }

    @Test
    void theDraftStandsInTheEditorsChannelOnceThoughTwoProcessesRun() {
        team.startAndConnect();
        team.startAndConnect();
        team.slack.say(SlackTeam.NEWS, SlackTeam.ADA, "Worth it: <https://one.example/a|a piece>");
        team.settle();
        look(BEFORE);
        assertThat(team.slack.calls("chat.postMessage")).isEmpty();
        try (var one = house(team.config(), TIME);
                var other = house(team.config(), TIME.plusSeconds(1))) {
            one.scheduledDrafts().look();
            other.scheduledDrafts().look();
            one.scheduledDrafts().look();
        }
        until(() -> team.slack.calls("files.completeUploadExternal").size() == 1);
        team.settle();
        look(TIME.plusSeconds(3600));
        team.settle();
        assertThat(team.slack.calls("chat.postMessage"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.get("channel")).isEqualTo(EDITORS);
                    assertThat(call.get("text")).startsWith("Issue 1");
                    assertThat(call.get("blocks"))
                            .contains("\"The draft for Thursday 16:00:\"")
                            .contains("https://one.example/a|a piece")
                            .contains("Notes for the editor");
                });
        assertThat(team.slack.calls("files.completeUploadExternal")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PT5M,5 minutes", "PT1H59M,1 hour", "PT12H,12 hours"})
    void whatWasMissedWhileGleanerWasDownIsMadeUpForAndToldSo(Duration late, String told) {
        look(BEFORE);
        look(TIME.plus(late));
        look(TIME.plus(late));
        assertThat(waiting("slack")).containsExactly("slack:C0EDIT/draft-2026-11-26T16:00");
        team.startAndConnect();
        until(() -> team.slack.calls("chat.postMessage").size() == 1);
        assertThat(team.slack.calls("chat.postMessage").getFirst().get("blocks"))
                .contains(
                        "The draft for Thursday 16:00, %s late, as Gleaner was not running then:"
                                .formatted(told));
        until(() -> waiting("slack").isEmpty());
    }

    @Test
    void whatIsTooLateIsLeftOutAndTheNextOneComes() {
        look(BEFORE);
        look(TIME.plus(Duration.ofHours(13)));
        assertThat(waiting("slack")).isEmpty();
        look(TIME.plus(Duration.ofDays(7)));
        assertThat(waiting("slack")).containsExactly("slack:C0EDIT/draft-2026-12-03T16:00");
    }

    @Test
    void aScheduleThatIsNewSendsNothingForTheTimeBefore() {
        look(TIME.plusSeconds(60));
        assertThat(waiting("slack")).isEmpty();
        look(TIME.plus(Duration.ofDays(7)));
        assertThat(waiting("slack")).hasSize(1);
    }

    @Test
    void whatAProcessWasKilledOverIsTakenOverWhenItsLeaseIsOver() {
        look(BEFORE);
        var notes = redis.store().notes("schedule");
        notes.claim("lease:2026-11-26T16:00", Duration.ofMinutes(2));
        look(TIME);
        assertThat(waiting("slack")).isEmpty();
        notes.forget("lease:2026-11-26T16:00");
        look(TIME.plusSeconds(120));
        assertThat(waiting("slack")).hasSize(1);
        // Killed after it had sent and before it had said so: sent again, it is dropped.
        notes.forget("done:2026-11-26T16:00");
        look(TIME.plusSeconds(240));
        assertThat(waiting("slack")).hasSize(1);
    }

    @Test
    void aTimeThatComesTwiceIsOne() throws IOException {
        var file = folder.resolve("config/gleaner.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("team: test", "team: test\n  zone: Europe/Berlin")
                        .replace("Thursday 16:00", "[Sunday 02:30]"));
        look(Instant.parse("2026-10-24T12:00:00Z"));
        look(Instant.parse("2026-10-25T00:30:00Z"));
        look(Instant.parse("2026-10-25T01:30:00Z"));
        look(Instant.parse("2026-10-25T02:30:00Z"));
        assertThat(waiting("slack")).containsExactly("slack:C0EDIT/draft-2026-10-25T02:30");
    }

    @Test
    void everyEditorOnMastodonGetsItDirectlyInAThread() throws Exception {
        try (var server = new FakeMastodon()) {
            server.at(BEFORE);
            Files.writeString(
                    folder.resolve("config/gleaner.yaml"),
                    """
                    newsroom:
                      team: test
                    editors:
                      mastodon: ["@eve@far.example", "@Zoe@here.example"]
                    pages:
                      read: false
                    digest:
                      schedule: Thursday 16:00
                    """);
            var environment =
                    new HashMap<>(
                            Map.of(
                                    "REDIS_URL",
                                    redis.url(),
                                    "MASTODON_URL",
                                    server.url(),
                                    "MASTODON_ACCESS_TOKEN",
                                    FakeMastodon.TOKEN));
            var config =
                    Config.load(
                            folder, Optional.empty(), Optional.of(folder.toString()), environment);
            new Shell(redis).run("import", "examples/week.jsonl");
            look(config, BEFORE);
            look(config, TIME);
            try (var house = house(config, TIME);
                    var _ = house.mastodon(Clock.fixed(TIME, ZoneOffset.UTC)).orElseThrow()) {
                server.await(() -> waiting("mastodon").isEmpty());
                look(config, TIME.plusSeconds(60));
            }
            assertThat(waiting("mastodon")).isEmpty();
            assertThat(server.text(0))
                    .startsWith("@eve@far.example The draft for Thursday 16:00:\n\nIssue 1");
            assertThat(server.posts())
                    .extracting(post -> post.path("visibility").asString())
                    .containsOnly("direct");
            assertThat(server.posts())
                    .filteredOn(post -> post.path("in_reply_to_id").asString("").isEmpty())
                    .extracting(post -> post.path("text").asString())
                    .satisfiesExactly(
                            eve -> assertThat(eve).startsWith("@eve@far.example The draft"),
                            zoe -> assertThat(zoe).startsWith("@zoe The draft"));
        }
    }

    @Test
    void theDoctorSaysWhenTheNextOneIs() {
        var out = new StringWriter();
        var environment = new HashMap<>(Map.of("REDIS_URL", redis.url()));
        environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
        environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
        doctor(environment, out);
        assertThat(out.toString())
                .contains(
                        "The next draft goes out on Thu 26 Nov at 16:00 (Etc/UTC): to the channel C0EDIT in Slack.");
        var alone = new StringWriter();
        doctor(Map.of("REDIS_URL", redis.url()), alone);
        assertThat(alone.toString())
                .contains(
                        "The next draft is due on Thu 26 Nov at 16:00 (Etc/UTC), and nobody gets it: only the log says so. Set 'slack.editors-channel', or name editors in 'editors.mastodon'.");
    }

    private void doctor(Map<String, String> environment, StringWriter out) {
        new CommandLineRun(
                        new Session(
                                environment,
                                InputStream.nullInputStream(),
                                new PrintWriter(out),
                                new PrintWriter(new StringWriter()),
                                Session.Terminal.NONE,
                                folder,
                                Clock.fixed(BEFORE, ZoneOffset.UTC),
                                new Random(4)))
                .run("doctor");
    }
}
