package gleaner.app.config;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.NewsroomId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the file and the environment into a [Config]; see [Config#load].
final class ConfigReader {

    private static final int MOST_BYTES = 256 * 1024;

    private final Path home;
    private final Map<String, String> environment;

    ConfigReader(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    Config read(Optional<String> asked, Optional<String> data) {
        var name = asked.orElse(Config.FILE);
        var problems = new Problems(Excerpt.of(name, 200));
        var standard = Config.standard(home);
        var text = text(name, asked.isPresent());
        var tree = Yaml.compose(decode(text, problems), problems);
        var block = tree.flatMap(node -> top(node, problems));
        var config = block.map(keys -> keys(keys, standard, problems)).orElse(standard);
        var redis = redis(config.redis(), problems);
        var place =
                data.or(() ->
                                Optional.ofNullable(environment.get("GLEANER_DATA"))
                                        .filter(set -> !set.isBlank()))
                        .map(set -> path(set, problems))
                        .orElse(config.data());
        var tokens = SlackSetting.tokens(new Secrets(environment), problems);
        var mastodon = config.mastodon().in(environment, problems);
        var publishing = config.publishing().in(new Secrets(environment), problems);
        problems.throwIfAny();
        return new Config(
                config.newsroom(),
                redis,
                place,
                config.sections(),
                config.editors(),
                config.emoji(),
                asked.map(file -> path(file, problems).resolveSibling("templates"))
                        .map(config.digest()::in)
                        .orElse(config.digest()),
                config.pages(),
                config.slack(),
                tokens,
                mastodon,
                publishing,
                problems.warnings());
    }

    private byte[] text(String name, boolean asked) {
        byte[] bytes;
        try (var in = Files.newInputStream(asked ? Path.of(name) : home.resolve(name))) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            if (!asked) {
                return new byte[0];
            }
            throw GleanerException.usage(
                    "The configuration %s does not exist.".formatted(Excerpt.of(name, 200)));
        } catch (IOException | InvalidPathException e) {
            throw new GleanerException(
                    GleanerException.Kind.USAGE,
                    "The configuration %s cannot be read: %s."
                            .formatted(Excerpt.of(name, 200), ReadProblem.of(e)),
                    e);
        }
        if (bytes.length > MOST_BYTES) {
            throw GleanerException.usage(
                    "The configuration %s holds more than %d kB; a configuration is shorter."
                            .formatted(Excerpt.of(name, 200), MOST_BYTES / 1024));
        }
        return bytes;
    }

    private static String decode(byte[] bytes, Problems problems) {
        var in = ByteBuffer.wrap(bytes);
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return decoder.decode(in).toString();
        } catch (CharacterCodingException e) {
            var line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(line, "a byte stands here that is not UTF-8; save the file as UTF-8.");
            return "";
        }
    }

    private static Optional<Block> top(Node node, Problems problems) {
        var value = new Value("", node, problems);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(node instanceof MappingNode keys)) {
            problems.add(
                    value.line(),
                    "the file should begin with a key such as 'newsroom:', a space after its colon.");
            return Optional.empty();
        }
        return Optional.of(new Block("", keys, problems));
    }

    private Config keys(Block top, Config standard, Problems problems) {
        var newsroom =
                top.read(
                        "newsroom",
                        standard.newsroom(),
                        value -> newsroom(value, standard.newsroom()));
        var redis = top.value("redis").flatMap(RedisSetting::inFile);
        var data = top.read("data", standard.data(), this::data);
        var sections =
                top.read(
                        "sections",
                        standard.sections(),
                        value -> new SectionsReader(standard.sections()).read(value));
        var editors = top.read("editors", standard.editors(), EditorsReader::read);
        var emoji = top.read("emoji", standard.emoji(), EmojiReader::read);
        var digest =
                top.read("digest", standard.digest(), value -> digest(value, standard.digest()));
        var pages = top.read("pages", standard.pages(), PagesSetting::read);
        var slack = top.read("slack", standard.slack(), SlackSetting::read);
        var mastodon = top.read("mastodon", standard.mastodon(), MastodonSetting::read);
        var publishing =
                top.read(
                        "publishing",
                        standard.publishing(),
                        value -> PublishingSetting.read(value, home));
        top.finish();
        return new Config(
                newsroom,
                redis,
                data,
                sections,
                editors,
                emoji,
                digest,
                pages,
                slack,
                Optional.empty(),
                mastodon,
                publishing,
                problems.warnings());
    }

    private static Optional<Config.Newsroom> newsroom(Value value, Config.Newsroom standard) {
        return value.block("a block with the keys team, name, zone, week-starts and language")
                .map(keys -> {
                    var read =
                            new Config.Newsroom(
                                    keys.read("team", standard.team(), ConfigReader::team),
                                    keys.read(
                                            "name",
                                            standard.name(),
                                            it -> line(it, "the newsletter's name")),
                                    keys.read("zone", standard.zone(), ConfigReader::zone),
                                    keys.read(
                                            "week-starts",
                                            standard.weekStarts(),
                                            ConfigReader::day),
                                    keys.read(
                                            "language",
                                            standard.language(),
                                            ConfigReader::language));
                    keys.finish();
                    return read;
                });
    }

    private static Optional<NewsroomId> team(Value value) {
        var expected = "1 to 40 characters of a-z, 0-9 and '-'";
        return value.text(expected)
                .flatMap(text -> {
                    try {
                        return Optional.of(new NewsroomId(text));
                    } catch (GleanerException e) {
                        return value.refuse(expected);
                    }
                });
    }

    private static Optional<ZoneId> zone(Value value) {
        var expected = "a time zone such as Europe/Berlin";
        return value.text(expected)
                .flatMap(text -> {
                    try {
                        return Optional.of(ZoneId.of(text));
                    } catch (DateTimeException e) {
                        return value.refuse(
                                expected, Nearest.to(text, ZoneId.getAvailableZoneIds()));
                    }
                });
    }

    private static Optional<DayOfWeek> day(Value value) {
        var expected = "a day of the week such as monday";
        return value.text(expected)
                .flatMap(text ->
                        Arrays.stream(DayOfWeek.values())
                                .filter(day -> day.name().equalsIgnoreCase(text))
                                .findFirst()
                                .or(() -> value.refuse(expected)));
    }

    private static Optional<Locale> language(Value value) {
        var expected = "a language tag such as en or pt-BR";
        return value.text(expected)
                .flatMap(text -> {
                    try {
                        return Optional.of(new Locale.Builder().setLanguageTag(text).build());
                    } catch (IllformedLocaleException e) {
                        return value.refuse(expected);
                    }
                });
    }

    private static Optional<Config.Digest> digest(Value value, Config.Digest standard) {
        return value.block(
                        "a block with the keys title, include, intro, closing-heading, closing, let-go-after-days,"
                                + " template and wording")
                .map(keys -> {
                    var read =
                            new Config.Digest(
                                    keys.read("title", standard.title(), ConfigReader::title),
                                    keys.read("include", standard.include(), ConfigReader::include),
                                    keys.read(
                                            "intro",
                                            standard.intro(),
                                            it -> it.text("the words that stand for the opening")),
                                    keys.read(
                                            "closing-heading",
                                            standard.closingHeading(),
                                            it -> line(it, "a heading")),
                                    keys.read(
                                            "closing",
                                            standard.closing(),
                                            it -> it.text("the last line of an issue")),
                                    keys.read(
                                            "let-go-after-days",
                                            standard.letGoAfterDays(),
                                            it -> it.number(1, 3650)),
                                    keys.read(
                                            "template",
                                            standard.template(),
                                            ConfigReader::template),
                                    standard.templates(),
                                    keys.read("wording", standard.words(), DraftWords::read));
                    keys.finish();
                    return read;
                });
    }

    private static Optional<TitlePattern> title(Value value) {
        return line(value, "a title such as 'Issue {number}: {period}'")
                .flatMap(text ->
                        TitlePattern.unknown(text)
                                .<Optional<TitlePattern>>map(place ->
                                        value.refuse(
                                                "a title whose places are {number}, {period} and {name}",
                                                Nearest.to(place, TitlePattern.PLACES)
                                                        .map("{%s}"::formatted)))
                                .orElseGet(() -> Optional.of(new TitlePattern(text))));
    }

    private static Optional<String> template(Value value) {
        var expected = "a template's name: 1 to 40 characters of a-z, 0-9 and '-', such as house";
        return value.text(expected)
                .flatMap(text ->
                        text.matches("[a-z0-9][a-z0-9-]{0,39}") && !text.equals("common")
                                ? Optional.of(text)
                                : value.refuse(expected));
    }

    private static Optional<Config.Include> include(Value value) {
        var expected = "'all' or 'picked'";
        return value.text(expected)
                .flatMap(text ->
                        Arrays.stream(Config.Include.values())
                                .filter(include -> include.name().equalsIgnoreCase(text))
                                .findFirst()
                                .or(() -> value.refuse(expected)));
    }

    /// A text of one line that is not blank.
    static Optional<String> line(Value value, String expected) {
        return value.text(expected)
                .flatMap(text ->
                        text.isBlank() || text.strip().lines().count() > 1
                                ? value.refuse(expected + " on one line")
                                : Optional.of(text.strip()));
    }

    private Optional<Path> data(Value value) {
        var expected = "a folder, relative to Gleaner's own or absolute";
        return line(value, expected)
                .flatMap(text -> {
                    try {
                        return Optional.of(home.resolve(text).normalize());
                    } catch (InvalidPathException e) {
                        return value.refuse(expected);
                    }
                });
    }

    private Optional<Secret> redis(Optional<Secret> inFile, Problems problems) {
        try {
            return RedisSetting.resolve(inFile, new Secrets(environment));
        } catch (GleanerException e) {
            problems.add(0, e.sentence());
            return Optional.empty();
        }
    }

    private Path path(String written, Problems problems) {
        try {
            return Path.of(written).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            problems.add(
                    0,
                    "'%s' is no folder that can be (--data or GLEANER_DATA)."
                            .formatted(Excerpt.of(written)));
            return home;
        }
    }
}
