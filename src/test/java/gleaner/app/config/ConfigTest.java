package gleaner.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.news.GleanerException;
import gleaner.news.SectionName;
import gleaner.news.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    @TempDir Path home;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(home.resolve("config"));
    }

    @Test
    void theShippedFileSaysExactlyTheDefaultsAndNamesEveryKey() throws IOException {
        var shipped = Files.readString(Path.of(Config.FILE));

        assertThat(read(shipped)).isEqualTo(Config.standard(home));
        assertThat(shipped)
                .contains(
                        "\n  team: ",
                        "\n  name: ",
                        "\n  zone: ",
                        "\n  week-starts: ",
                        "\n  language: ")
                .contains(
                        "\npages:", "\n  read: ", "\n  robots: ", "\n  history: ", "\n  per-host: ")
                .contains(
                        "\n  recheck-after-hours: ",
                        "\n  recheck-wait-seconds: ",
                        "\n  archive-url: ")
                .contains("\n  url:", "\ndata: ", "\n  lead: ", "\n  default: ", "\n  list:")
                .contains("\n  terminal: ", "\n  import: ", "\n  slack: ", "\n  mastodon: ")
                .contains("\n  take: ", "\n  skip: ", "\n  hold: ", "\n  lead: [")
                .contains(
                        "\n  title: ",
                        "\n  include: ",
                        "\n  intro: ",
                        "\n  closing-heading: ",
                        "\n  closing: ",
                        "\n  let-go-after-days: ",
                        "\n  schedule: ",
                        "\n  schedule-late-hours: ")
                .contains(
                        "\n  editors-channel:",
                        "\n  bots: ",
                        "\n  ack: ",
                        "\n  ack-again: ",
                        "\n  mode: ",
                        "\n  port: ",
                        "\n  canvas: ",
                        "\n  tell-sharers: ",
                        "\n  api-url: ")
                .contains("\n  allow: ", "\n  block: ", "\n  review: ", "\n  per-hour: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    none                        |
                    '""'                        |
                    https://archive.example/has | https://archive.example/has
                    """)
    void noneMeansThatNoArchiveIsAsked(String written, @Nullable String asked) throws IOException {
        assertThat(read("pages: {archive-url: %s}".formatted(written)).pages().archive())
                .isEqualTo(Optional.ofNullable(asked).map(URI::create));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``", "# nothing", "---", "null", "newsroom:", "\uFEFFdata: data"})
    void whatIsNotSetStaysAsItIs(String file) throws IOException {
        assertThat(read(file)).isEqualTo(Config.standard(home));
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertThat(load()).isEqualTo(Config.standard(home));
    }

    @Test
    void aFileThatIsAskedForMustBeThere() {
        var asked = home.resolve("mine.yaml").toString();

        assertThatThrownBy(() -> Config.load(home, Optional.of(asked), Optional.empty(), Map.of()))
                .isInstanceOf(GleanerException.class)
                .hasMessageMatching("The configuration .*mine.yaml does not exist\\.");
        assertThatThrownBy(() ->
                        Config.load(home, Optional.of(home.toString()), Optional.empty(), Map.of()))
                .hasMessageMatching("The configuration .* cannot be read: Is a directory\\.");
    }

    @Test
    void everythingCanBeSet() throws IOException {
        var config =
                read(
                        """
                        newsroom: {team: kernel, name: 42, zone: Asia/Tokyo, week-starts: Sunday, language: no}
                        redis: {url: "rediss://cache.example:6380/2"}
                        data: ../elsewhere
                        sections:
                          default: rest
                          lead: rest
                          list: [{name: rest, heading: The rest, tags: ["#Go", rust]}]
                        editors: {terminal: [Ada], slack: [U1], mastodon: ["ada@social.example"]}
                        emoji: {take: ["+1"], lead: [🔥]}
                        slack: {tell-sharers: true, ack: ":eyes:"}
                        digest: {title: "{name} {number}", include: picked, intro: "", closing-heading: Bye, closing: See you}
                        """);

        assertThat(config.newsroom().team()).hasToString("kernel");
        assertThat(config.newsroom().name()).isEqualTo("42");
        assertThat(config.newsroom().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(config.newsroom().weekStarts()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(config.newsroom().language()).isEqualTo(Locale.forLanguageTag("no"));
        assertThat(config.redis()).contains(new Secret("rediss://cache.example:6380/2"));
        assertThat(config.data()).isEqualTo(home.resolveSibling("elsewhere"));
        assertThat(config.sections().lead()).isEqualTo(new SectionName("rest"));
        assertThat(config.sections().inOrder().getFirst().tags())
                .containsExactly(Tag.of("go"), Tag.of("rust"));
        assertThat(config.digest().title().of(7, "a {number}", "$1")).isEqualTo("$1 7");
        assertThat(config.digest().include()).isEqualTo(Config.Include.PICKED);
        assertThat(config.slack().tellSharers()).isTrue();
        assertThat(config.slack().ack()).isEqualTo("eyes");
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void theEnvironmentAndTheCommandLineWinOverTheFile() throws IOException {
        Files.writeString(
                home.resolve(Config.FILE), "redis: {url: \"redis://in-file\"}\ndata: in-file\n");

        var byEnvironment =
                Config.load(
                        home,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("REDIS_URL", "redis://named", "GLEANER_DATA", "/there"));
        var byBoth =
                Config.load(
                        home,
                        Optional.empty(),
                        Optional.of("/here"),
                        Map.of("GLEANER_DATA", "/there"));

        assertThat(byEnvironment.redis()).contains(new Secret("redis://named"));
        assertThat(byEnvironment.data()).isEqualTo(Path.of("/there"));
        assertThat(byBoth.data()).isEqualTo(Path.of("/here"));
        assertThat(byBoth.redis()).contains(new Secret("redis://in-file"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    redis://host:6379/0,          redis://:p%40ss%2Fw%20d@host:6379/0
                    redis://app@host,             redis://app:p%40ss%2Fw%20d@host
                    redis://,                     redis://
                    """)
    void aPasswordThatComesByItselfIsPutIntoTheUrl(String url, String whole) {
        var environment = Map.of("REDIS_URL", url, "REDIS_PASSWORD", "p@ss/w d");
        if (whole.equals("redis://")) {
            assertThatThrownBy(() ->
                            Config.load(home, Optional.empty(), Optional.empty(), environment))
                    .hasMessage("REDIS_URL should be a URL such as redis://localhost:6379/0.");
        } else {
            assertThat(Config.load(home, Optional.empty(), Optional.empty(), environment).redis())
                    .contains(new Secret(whole));
        }
    }

    @Test
    void aPasswordInTheFileIsReadButWarnedOfAndNeverShown() throws IOException {
        var config = read("\nredis: {url: \"redis://:hunter2@host\"}");

        assertThat(config.redis()).contains(new Secret("redis://:hunter2@host"));
        assertThat(config.warnings())
                .containsExactly(
                        "config/gleaner.yaml:2: 'redis.url' holds a password; rather set"
                                + " REDIS_PASSWORD, or REDIS_PASSWORD_FILE to a file with it.");
        assertThat(config.toString()).doesNotContain("hunter2");
    }

    private Config read(String file) throws IOException {
        Files.writeString(home.resolve(Config.FILE), file);
        return load();
    }

    private Config load() {
        return Config.load(home, Optional.empty(), Optional.empty(), Map.of());
    }
}
