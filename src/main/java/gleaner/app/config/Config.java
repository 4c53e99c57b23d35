package gleaner.app.config;

import gleaner.news.NewsroomId;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.Tag;
import gleaner.slack.SlackSettings;
import gleaner.slack.SlackTokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All that an operator can set, read once at the start and never changed after it.
///
/// @param redis the URL of a Redis; empty for the embedded one
/// @param data where the embedded Redis keeps what it is given; absolute
/// @param slackTokens from the environment; empty where no bot token is set
/// @param warnings what is no mistake and yet not wise: one sentence each, with file and line
public record Config(
        Newsroom newsroom,
        Optional<Secret> redis,
        Path data,
        Sections sections,
        Editors editors,
        Emoji emoji,
        Digest digest,
        Pages pages,
        SlackSettings slack,
        Optional<SlackTokens> slackTokens,
        MastodonSetting mastodon,
        PublishingSetting publishing,
        List<String> warnings) {

    /// Where the file lies below Gleaner's own folder.
    public static final String FILE = "config/gleaner.yaml";

    /// Where templates lie there; with another file, in `templates` beside that.
    private static final String TEMPLATES = "config/templates";

    public Config {
        warnings = List.copyOf(warnings);
    }

    /// The team and its newsletter.
    ///
    /// @param zone decides when a day and a week begin
    /// @param language of the newsletter, as it is told to mail programs and browsers
    public record Newsroom(
            NewsroomId team, String name, ZoneId zone, DayOfWeek weekStarts, Locale language) {}

    /// Which links a draft takes from the open issue.
    public enum Include {
        /// All but those that were skipped or held.
        ALL,
        /// Only those that an editor took.
        PICKED
    }

    /// What a draft says where no editor has said anything.
    ///
    /// @param intro stands where the opening words will
    /// @param closingHeading above the sign-off
    /// @param closing the last line of all
    /// @param letGoAfterDays what nobody took is let go when it was last shared so many days before
    ///   an issue is published
    /// @param template the name of the templates that are used
    /// @param templates the folder with a team's own; may be missing
    public record Digest(
            TitlePattern title,
            Include include,
            String intro,
            String closingHeading,
            String closing,
            int letGoAfterDays,
            String template,
            Path templates,
            DraftWords words) {

        Digest in(Path folder) {
            return new Digest(
                    title,
                    include,
                    intro,
                    closingHeading,
                    closing,
                    letGoAfterDays,
                    template,
                    folder,
                    words);
        }
    }

    /// How the pages behind the links are read.
    ///
    /// @param read whether they are read at all
    /// @param robots whether a page is left alone that its site's robots.txt says should be
    /// @param history whether the pages of imported links are read too
    /// @param perHost requests to one host at the same time, 1 to 8
    /// @param recheckAfter so long it is believed that a page is there, before a draft is made;
    ///   zero: nobody looks again
    /// @param recheckWait so long a draft waits for those looks
    /// @param archive the availability API that is asked for a copy of a page that is gone
    public record Pages(
            boolean read,
            boolean robots,
            boolean history,
            int perHost,
            Duration recheckAfter,
            Duration recheckWait,
            Optional<URI> archive) {}

    /// Reads the configuration; what is not set stays as in [#standard(Path)].
    ///
    /// The environment wins over the file, the command line over both. Paths of the file are
    /// relative to `home`, those of the environment and the command line to the working directory.
    ///
    /// @param home Gleaner's own folder, which holds `config/gleaner.yaml`; that file may be
    ///   missing
    /// @param file named on the command line instead; must be there
    /// @param data named on the command line
    /// @throws gleaner.news.GleanerException USAGE with every mistake, one a line, in the order of
    ///   the file
    public static Config load(
            Path home,
            Optional<String> file,
            Optional<String> data,
            Map<String, String> environment) {
        return new ConfigReader(home.toAbsolutePath().normalize(), environment).read(file, data);
    }

    /// What holds where nothing is set.
    public static Config standard(Path home) {
        var newsroom =
                new Newsroom(
                        new NewsroomId("team"),
                        "Links of the week",
                        ZoneId.of("Etc/UTC"),
                        DayOfWeek.MONDAY,
                        Locale.ENGLISH);
        var sections =
                new Sections(
                        List.of(
                                section("lead", "In depth"),
                                section("releases", "Releases", "release", "releases", "launch"),
                                section("security", "Security", "security", "cve", "vulnerability"),
                                section("news-in-brief", "News in brief")),
                        new SectionName("lead"),
                        new SectionName("news-in-brief"));
        var digest =
                new Digest(
                        new TitlePattern("Issue {number}: {period}"),
                        Include.ALL,
                        "(The opening is still to be written.)",
                        "That is all for now",
                        "Until the next issue.",
                        14,
                        "house",
                        home.toAbsolutePath().normalize().resolve(TEMPLATES),
                        DraftWords.standard());
        return new Config(
                newsroom,
                Optional.empty(),
                home.toAbsolutePath().normalize().resolve("data"),
                sections,
                Editors.standard(),
                Emoji.standard(),
                digest,
                PagesSetting.standard(),
                SlackSettings.standard(),
                Optional.empty(),
                MastodonSetting.standard(),
                PublishingSetting.standard(),
                List.of());
    }

    private static Section section(String name, String heading, String... tags) {
        return new Section(
                new SectionName(name), heading, Arrays.stream(tags).map(Tag::of).toList());
    }
}
