package gleaner.app.config;

import gleaner.mastodon.MastodonServer;
import gleaner.mastodon.MastodonSetup.Publishing;
import gleaner.mastodon.MastodonSetup.Where;
import gleaner.news.GleanerException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The `mastodon` block of the file; `MASTODON_URL` wins over its `url`, the token comes from
/// `MASTODON_ACCESS_TOKEN`.
///
/// @param server empty where none is set
/// @param token empty where the environment holds none: then the one that `mastodon login` stored
///   is used
/// @param allow handles and servers that are heard; empty for all
/// @param block handles and servers that are not
/// @param review whether strangers' links carry the tag `review`
/// @param perHour how many posts of one account are taken in an hour
/// @param follow hashtags, without `#`, under which links are found that editors may take
/// @param publishing whether and how a published issue is posted
public record MastodonSetting(
        Optional<MastodonServer> server,
        Optional<Secret> token,
        List<String> allow,
        List<String> block,
        boolean review,
        int perHour,
        List<String> follow,
        Publishing publishing) {

    private static final Pattern WHO = Pattern.compile("(@?[^@\\s/]+@)?[^@\\s/]+\\.?[^@\\s/]*");
    private static final Pattern HASHTAG = Pattern.compile("[\\p{L}\\p{N}_]{1,100}");
    private static final int MOST_TAGS = 10;
    private static final int MOST_PER_HOUR = 10_000;
    private static final int LONGEST_WARNING = 100;

    public MastodonSetting {
        allow = List.copyOf(allow);
        block = List.copyOf(block);
        follow = List.copyOf(follow);
    }

    static MastodonSetting standard() {
        return new MastodonSetting(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                20,
                List.of(),
                Publishing.OFF);
    }

    static Optional<MastodonSetting> read(Value value) {
        var standard = standard();
        return value.block("a block with keys such as url, allow and publish")
                .map(keys -> {
                    var read =
                            new MastodonSetting(
                                    keys.value("url").flatMap(MastodonSetting::server),
                                    Optional.empty(),
                                    keys.read("allow", standard.allow(), MastodonSetting::people),
                                    keys.read("block", standard.block(), MastodonSetting::people),
                                    keys.read("review", standard.review(), MastodonSetting::yes),
                                    keys.read(
                                            "per-hour",
                                            standard.perHour(),
                                            MastodonSetting::number),
                                    keys.read(
                                            "follow", standard.follow(), MastodonSetting::hashtags),
                                    new Publishing(
                                            keys.read(
                                                    "publish",
                                                    standard.publishing().where(),
                                                    MastodonSetting::where),
                                            keys.read(
                                                    "content-warning",
                                                    standard.publishing().warning(),
                                                    MastodonSetting::warning)));
                    keys.finish();
                    return read;
                });
    }

    /// What the environment adds.
    MastodonSetting in(java.util.Map<String, String> environment, Problems problems) {
        try {
            var named = environment.getOrDefault("MASTODON_URL", "").strip();
            var url = named.isEmpty() ? server : Optional.of(MastodonServer.parse(named));
            var secret = new Secrets(environment).get("MASTODON_ACCESS_TOKEN");
            return new MastodonSetting(
                    url, secret, allow, block, review, perHour, follow, publishing);
        } catch (GleanerException e) {
            problems.add(0, e.sentence());
            return this;
        }
    }

    private static Optional<MastodonServer> server(Value value) {
        var expected = "a server such as https://social.example (plain http only for localhost)";
        return ConfigReader.line(value, expected)
                .flatMap(text -> {
                    try {
                        return Optional.of(MastodonServer.parse(text));
                    } catch (GleanerException e) {
                        return value.refuse(expected);
                    }
                });
    }

    private static Optional<List<String>> people(Value value) {
        var expected =
                "a list of addresses such as \"@ada@social.example\" and servers such as social.example";
        return value.items(expected)
                .map(items ->
                        items.stream()
                                .flatMap(item ->
                                        ConfigReader.line(
                                                item,
                                                "an address such as \"@ada@social.example\", or a server")
                                                .flatMap(text ->
                                                        WHO.matcher(text).matches()
                                                                ? Optional.of(text)
                                                                : item.refuse(
                                                                        "an address such as \"@ada@social.example\", or a server"))
                                                .stream())
                                .toList());
    }

    private static Optional<List<String>> hashtags(Value value) {
        var expected = "a list of at most %d hashtags such as \"#kubernetes\"".formatted(MOST_TAGS);
        return value.items(expected)
                .filter(items -> items.size() <= MOST_TAGS || value.refuse(expected).isPresent())
                .map(items -> items.stream().flatMap(item -> hashtag(item).stream()).toList());
    }

    private static Optional<String> hashtag(Value value) {
        var expected = "a hashtag such as \"#kubernetes\": one word of letters and digits";
        return ConfigReader.line(value, expected)
                .map(text -> text.startsWith("#") ? text.substring(1) : text)
                .flatMap(text ->
                        HASHTAG.matcher(text).matches()
                                ? Optional.of(text)
                                : value.refuse(expected));
    }

    private static Optional<Boolean> yes(Value value) {
        var expected = "true or false";
        return value.text(expected)
                .flatMap(text ->
                        switch (text) {
                            case "true" -> Optional.of(true);
                            case "false" -> Optional.of(false);
                            default -> value.refuse(expected);
                        });
    }

    private static Optional<Where> where(Value value) {
        var expected = "off, unlisted or public";
        return value.text(expected)
                .flatMap(text ->
                        switch (text) {
                            case "off" -> Optional.of(Where.OFF);
                            case "unlisted" -> Optional.of(Where.UNLISTED);
                            case "public" -> Optional.of(Where.PUBLIC);
                            default -> value.refuse(expected);
                        });
    }

    private static Optional<String> warning(Value value) {
        var expected = "a line of at most %d characters".formatted(LONGEST_WARNING);
        return ConfigReader.line(value, expected)
                .flatMap(text ->
                        text.length() <= LONGEST_WARNING
                                ? Optional.of(text)
                                : value.refuse(expected));
    }

    private static Optional<Integer> number(Value value) {
        var expected = "a number from 1 to " + MOST_PER_HOUR;
        return value.text(expected)
                .flatMap(text -> {
                    try {
                        var number = Integer.parseInt(text.strip());
                        return number >= 1 && number <= MOST_PER_HOUR
                                ? Optional.of(number)
                                : value.refuse(expected);
                    } catch (NumberFormatException e) {
                        return value.refuse(expected);
                    }
                });
    }
}
