package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.mastodon.MastodonApi.Reach;
import gleaner.news.GleanerException;
import gleaner.news.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The small parts: addresses of servers, handles, waits, who is heard.
class PartsTest {

    @ParameterizedTest
    @CsvSource({
        "social.example, https://social.example",
        "https://social.example/, https://social.example",
        "HTTPS://Social.Example:443, https://social.example",
        "https://social.example:8443, https://social.example:8443",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void serversAreOrigins(String written, String origin) {
        assertThat(MastodonServer.parse(written)).hasToString(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://social.example",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "ftp://x.example",
                "https://user:secret@x.example",
                "https://x.example/path",
                "https://x.example/?q",
                "",
                "https://",
                "a b"
            })
    void whatIsNoServerIsRefused(String written) {
        assertThatThrownBy(() -> MastodonServer.parse(written))
                .isInstanceOf(GleanerException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://s.example, wss://streaming.s.example, 'wss://streaming.s.example wss://s.example'",
        "https://s.example, https://s.example, wss://s.example",
        "https://s.example, ws://s.example, wss://s.example",
        "https://s.example, wss://user:p@other.example, wss://s.example",
        "https://s.example, '', wss://s.example",
        "http://localhost:8080, wss://localhost:8080, ws://localhost:8080",
        "http://localhost:8080, wss://elsewhere.example, ws://localhost:8080"
    })
    void streamingIsTriedWhereTheTokenMayGo(String server, String named, String places) {
        var found =
                MastodonServer.parse(server).streaming(Optional.of(named)).stream()
                        .map(Object::toString)
                        .toList();
        assertThat(String.join(" ", found)).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource({
        "ada, @ada@here.example",
        "@ada, @ada@here.example",
        "ada@Far.Example, @ada@far.example",
        "ada@bücher.example, @ada@xn--bcher-kva.example",
        "ada@localhost:8080, @ada@localhost:8080"
    })
    void handlesAreFull(String acct, String handle) {
        assertThat(Handle.parse(acct, "here.example")).hasToString(handle);
    }

    @Test
    void waitsGrowAreBoundedAndNeverTheSame() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new Random(1));
        var fourth = new HashSet<Duration>();
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.after(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            fourth.add(backoff.after(4));
            assertThat(backoff.after(1000))
                    .isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
        }
        assertThat(fourth)
                .hasSizeGreaterThan(50)
                .allMatch(wait -> wait.toMillis() >= 4000 && wait.toMillis() <= 8000);
    }

    @ParameterizedTest
    @CsvSource({
        "@ada@far.example, true, false", "@ADA@far.example, true, false",
                "@ben@far.example, false, true",
        "@cy@near.example, true, false", "@cy@sub.near.example, false, true",
                "@di@spam.example, false, true",
        "@di@a.b.spam.example, false, true", "@di@notspam.example, false, true",
                "@editor@desk.example, true, false",
        "@bad@near.example, false, false"
    })
    void listsDecideWhoIsHeard(String handle, boolean heard, boolean stranger) {
        var guests =
                new Guests(
                        List.of("@ada@far.example", "near.example"),
                        List.of("spam.example", "bad@near.example"),
                        person ->
                                person.name().equals("@editor@desk.example")
                                        ? Role.EDITOR
                                        : Role.CONTRIBUTOR);
        var who = Handle.parse(handle, "here.example");
        assertThat(guests.isHeard(who)).isEqualTo(heard);
        assertThat(guests.isStranger(who)).isEqualTo(stranger);
    }

    @Test
    void whatIsRememberedIsReadBack() {
        var seen =
                new Seen(
                        "01J",
                        Seen.Kind.ADD,
                        true,
                        "@ada@far.example",
                        Reach.FOLLOWERS,
                        Instant.parse("2026-11-16T08:00:00Z"),
                        List.of("01H", "01J"),
                        "01H@ 01J@ ");
        assertThat(Seen.read("01J", seen.write())).contains(seen);
        assertThat(Seen.read("01J", "nonsense")).isEmpty();
        assertThat(Seen.read("01J", "{\"kind\":\"LATER\"}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10, true, 60",
        "600, true, 75",
        "86400, true, 3600",
        "-5, true, 60",
        "10, false, 60",
        "600, false, 300",
        "86400, false, 43200"
    })
    void whatIsFreshIsLookedAtMoreOften(long age, boolean inGroups, long pause) {
        var now = Instant.parse("2026-11-16T08:00:00Z");
        assertThat(Following.pause(now.minusSeconds(age), now, inGroups))
                .isEqualTo(Duration.ofSeconds(pause));
    }

    @Test
    void aTokenIsInNoText() {
        var setup =
                new MastodonSetup(
                        MastodonServer.parse("x.example"),
                        "s3cret",
                        List.of(),
                        List.of(),
                        false,
                        20,
                        List.of(),
                        MastodonSetup.Publishing.OFF,
                        Statuses.parser(),
                        _ -> Role.CONTRIBUTOR,
                        MastodonSetup.Tempo.usual());
        assertThat(setup.toString()).doesNotContain("s3cret");
        assertThat(new MastodonLogin.Done("@g@x.example", "s3cret").toString())
                .doesNotContain("s3cret");
    }
}
