package gleaner.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.news.GleanerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, whoever sets Gleaner up is not told which line to mend.
class ConfigMistakesTest {

    @TempDir Path home;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(home.resolve("config"));
    }

    @Test
    void fiveMistakesAreToldAtOnceWithTheirLines() {
        assertThat(
                        mistakes(
                                """
                                newsroom:
                                  team: Our Team
                                  zone: Europe/Berlim
                                digset:
                                  include: some
                                emoji:
                                  skip: [star]
                                editors:
                                  slack: ["*"]
                                newsroom:
                                  name: Twice
                                """))
                .isEqualTo(
                        """
                        config/gleaner.yaml:2: 'newsroom.team' should be 1 to 40 characters of a-z, 0-9 and '-', not 'Our Team'.
                        config/gleaner.yaml:3: 'newsroom.zone' should be a time zone such as Europe/Berlin, not 'Europe/Berlim'; did you mean 'Europe/Berlin'?
                        config/gleaner.yaml:4: 'digset' is not known here; did you mean 'digest'?
                        config/gleaner.yaml:7: 'star' means 'lead' already; an emoji can be one verb only ('emoji.skip[1]').
                        config/gleaner.yaml:9: 'editors.slack[1]' should be a member's id such as U024BE7LH (in Slack: the profile, 'Copy member ID'); everybody may be editor only on terminal and import, not '*'.
                        config/gleaner.yaml:10: 'newsroom' stands here a second time; it was set in line 1.\
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    newsroom: 5                         | 1: 'newsroom' should be a block with the keys team, name, zone, week-starts and language, not '5'.
                    newsroom: {team: [a]}               | 1: 'newsroom.team' should be 1 to 40 characters of a-z, 0-9 and '-', not a list.
                    newsroom: {name: {a: b}}            | 1: 'newsroom.name' should be the newsletter's name, not keys of its own.
                    newsroom: {week-starts: caturday}   | 1: 'newsroom.week-starts' should be a day of the week such as monday, not 'caturday'.
                    newsroom: {language: e_n}           | 1: 'newsroom.language' should be a language tag such as en or pt-BR, not 'e_n'.
                    newsroom: {nam: x}                  | 1: 'newsroom.nam' is not known here; did you mean 'newsroom.name'?
                    colour: red                         | 1: 'colour' is not known here; known: newsroom, redis, data, sections, editors, emoji, digest, pages, slack, mastodon, publishing.
                    redis: {url: localhost}             | 1: 'redis.url' should be a URL such as redis://localhost:6379/0.
                    sections: {default: release}        | 1: 'sections.default' names 'release', which is not in 'sections.list'; did you mean 'releases'?
                    sections: {list: []}                | 1: 'sections.list' should be a list of at least one section, not a list.
                    sections: {list: [{heading: x}, {name: lead}, {name: news-in-brief}]} | 1: 'sections.list[1]' lacks its name.
                    sections: {list: [{name: News In}, {name: lead}, {name: news-in-brief}]} | 1: 'sections.list[1].name' should be a name such as news-in-brief, not 'News In'; did you mean 'news-in'?
                    sections: {list: [{name: lead}, {name: lead}, {name: news-in-brief}]} | 1: the section 'lead' stands here a second time.
                    sections: {list: [{name: lead}]}    | 1: 'sections.default' is not set, and 'sections.list' has no 'news-in-brief'; known: lead.
                    sections: {list: [{name: lead, tags: [CVE]}, {name: news-in-brief, tags: [cve]}]} | 1: the tag #cve leads to the section 'lead' already.
                    sections: {list: [{name: lead, tags: [two words]}, {name: news-in-brief}]} | 1: 'sections.list[1].tags[1]' should be a tag: one word of letters and digits, not 'two words'.
                    slack: {tell-sharers: often}        | 1: 'slack.tell-sharers' should be true or false, not 'often'.
                    editors: {slck: [U1]}               | 1: 'editors.slck' is not known here; did you mean 'editors.slack'?
                    editors: {slack: [ada]}             | 1: 'editors.slack[1]' should be a member's id such as U024BE7LH (in Slack: the profile, 'Copy member ID'), not 'ada'.
                    editors: {mastodon: ['@ada']}       | 1: 'editors.mastodon[1]' should be an address such as @ada@social.example, not '@ada'.
                    emoji: {take: star3}                | 1: 'emoji.take' should be a list of emoji such as [star, ⭐], not 'star3'.
                    emoji: {take: ['::']}               | 1: 'emoji.take[1]' should be an emoji's name or the emoji itself, not '::'.
                    digest: {include: som}              | 1: 'digest.include' should be 'all' or 'picked', not 'som'.
                    digest: {title: 'No {nmber}'}       | 1: 'digest.title' should be a title whose places are {number}, {period} and {name}, not 'No {nmber}'; did you mean '{number}'?
                    digest: {let-go-after-days: 0}      | 1: 'digest.let-go-after-days' should be a number from 1 to 3650, not '0'.
                    digest: {schedule: Thursday}        | 1: 'digest.schedule' should be a weekday and a time such as Thursday 16:00, not 'Thursday'.
                    digest: {schedule: [Tue 9:00, Thursday 25:00]} | 1: 'digest.schedule[2]' should be a weekday and a time such as Thursday 16:00, not 'Thursday 25:00'.
                    digest: {schedule: [Tue 9:00, tuesday 09:00]} | 1: Tuesday 09:00 stands here a second time ('digest.schedule[2]').
                    digest: {schedule-late-hours: 200}  | 1: 'digest.schedule-late-hours' should be a number from 1 to 167, not '200'.
                    pages: {read: yes}                  | 1: 'pages.read' should be true or false, not 'yes'.
                    pages: {per-host: 9}                | 1: 'pages.per-host' should be a number from 1 to 8, not '9'.
                    pages: {per-host: two}              | 1: 'pages.per-host' should be a number from 1 to 8, not 'two'.
                    publishing: {ghost: {url: blog.example}} | 1: 'publishing.ghost.url' should be an address such as https://news.example, without a user, a query or a fragment, not 'blog.example'.
                    publishing: {ghost: {url: 'https://a:b@blog.example'}} | 1: 'publishing.ghost.url' should be an address such as https://news.example, without a user, a query or a fragment, not 'https://a:b@blog.example'.
                    publishing: {ghst: {}}              | 1: 'publishing.ghst' is not known here; did you mean 'publishing.ghost'?
                    publishing: {listmonk: {lists: [0]}} | 1: 'publishing.listmonk.lists[1]' should be a number from 1 to 999999999, not '0'.
                    publishing: {git: {branch: '-x'}}   | 1: 'publishing.git.branch' should be the name of a branch, not '-x'.
                    publishing: {file: {folder: [a]}}   | 1: 'publishing.file.folder' should be a folder, not a list.
                    mastodon: {follow: '#go'}           | 1: 'mastodon.follow' should be a list of at most 10 hashtags such as "#kubernetes", not '#go'.
                    mastodon: {follow: ['two words']}   | 1: 'mastodon.follow[1]' should be a hashtag such as "#kubernetes": one word of letters and digits, not 'two words'.
                    mastodon: {publish: everywhere}     | 1: 'mastodon.publish' should be off, unlisted or public, not 'everywhere'.
                    mastodon: {content-warning: [a]}    | 1: 'mastodon.content-warning' should be a line of at most 100 characters, not a list.
                    pages: {recheck-after-hours: -1}    | 1: 'pages.recheck-after-hours' should be a number from 0 to 8760, not '-1'.
                    pages: {recheck-wait-seconds: 60}   | 1: 'pages.recheck-wait-seconds' should be a number from 0 to 8, not '60'.
                    pages: {archive-url: 'http://a.example'} | 1: 'pages.archive-url' should be an https URL such as https://archive.org/wayback/available, or none to ask no archive, not 'http://a.example'.
                    {[a]: b}                            | 1: a key should be a word, not a list or keys of its own.
                    - a                                 | 1: the file should begin with a key such as 'newsroom:', a space after its colon.
                    data:data                           | 1: the file should begin with a key such as 'newsroom:', a space after its colon.
                    """)
    void aMistakeIsToldWithWhatWasExpectedAndWhatWasFound(String file, String told) {
        assertThat(mistakes(file)).isEqualTo("config/gleaner.yaml:" + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    newsroom:\\n\\tteam: a       | 2: a tab stands where YAML allows only spaces; indent with spaces.
                    editors:\\n  terminal: [*]   | 2: a * that stands for everybody needs quotes: "*".
                    a: [#security]\\nb: 1        | 2: the '[' that opens in line 1 is not closed; a # begins a comment, so a tag with one needs quotes: "#security".
                    a: {b: 1                     | 1: the '{' that opens in line 1 is not closed.
                    a: 1\\nb: 'x\\nc: 2          | 3: the quotes that open in line 2 are not closed.
                    data: a: b                   | 1: a key may not stand here: the indentation does not fit the lines above, or a value with a colon and a space needs quotes.
                    a: @ada                      | 1: a value that starts with @ needs quotes.
                    a: 1\\n---\\nb: 2            | 2: the file should hold one document; take the line '---' out.
                    a: *b                        | 1: anchors and aliases (&b, *b) are not read here; write the value out, or quote it where it only begins with & or *.
                    a: &b [*b, *b]               | 1: anchors and aliases (&b, *b) are not read here; write the value out, or quote it where it only begins with & or *.
                    a: \\7                   | 1: the character U+0007 may not stand in YAML.
                    a: "\\\\q"                   | 1: this is not YAML: found unknown escape character q(113) ('a: "\\q"').
                    """)
    void whatIsNotYamlIsToldInOneSentence(String file, String told) {
        assertThat(mistakes(file.translateEscapes())).isEqualTo("config/gleaner.yaml:" + told);
    }

    @Test
    @Timeout(60)
    void hostileFilesEndSoonAndInOneSentence() throws IOException {
        for (var hostile :
                new String[] {
                    "[", "{", "? ", "- ", "a: ", "a: {", "\"", "'", "&a ", "!", "!!a ", "|", "%x ",
                    "#", "x,", "\n"
                }) {
            var text = hostile.repeat(200_000 / hostile.length());
            try {
                read(text);
            } catch (GleanerException e) {
                assertThat(e.sentence())
                        .startsWith("config/gleaner.yaml:")
                        .doesNotContain("\n")
                        .hasSizeLessThan(300);
            }
        }
    }

    @Test
    void aPasswordIsNotShown() {
        assertThat(mistakes("redis: {url: \"host:hunter2@\"}")).doesNotContain("hunter2");
    }

    @Test
    void manyMistakesAreCounted() {
        assertThat(mistakes("a: 1\n".repeat(1000)).lines())
                .hasSize(41)
                .endsWith("config/gleaner.yaml: and 960 more mistakes.");
    }

    @Test
    void aFileThatIsTooLongIsNotRead() throws IOException {
        assertThatThrownBy(() -> read("#".repeat(10_000_000)))
                .hasMessage(
                        "The configuration config/gleaner.yaml holds more than 256 kB; a"
                                + " configuration is shorter.");
    }

    @Test
    void bytesThatAreNotUtf8AreToldWithTheirLine() throws IOException {
        Files.write(
                home.resolve(Config.FILE),
                "data: x\ndata: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(this::load)
                .hasMessage(
                        "config/gleaner.yaml:2: a byte stands here that is not UTF-8; save the file"
                                + " as UTF-8.");
    }

    private Config read(String file) throws IOException {
        Files.writeString(home.resolve(Config.FILE), file);
        return load();
    }

    private Config load() {
        return Config.load(home, Optional.empty(), Optional.empty(), Map.of());
    }

    private String mistakes(String file) {
        try {
            var config = read(file);
            throw new AssertionError("No mistake was found: " + config);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (GleanerException e) {
            assertThat(e.kind()).isEqualTo(GleanerException.Kind.USAGE);
            return e.sentence();
        }
    }
}
