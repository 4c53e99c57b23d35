package gleaner.app.config;

import gleaner.news.GleanerException;
import gleaner.slack.SlackSettings;
import gleaner.slack.SlackTokens;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the `slack` block, and Slack's tokens from the environment.
final class SlackSetting {

    private static final Pattern CHANNEL = Pattern.compile("[CGD][A-Z0-9]+");
    private static final Pattern EMOJI = Pattern.compile("[a-z0-9_+'-]{1,100}");
    private static final int LAST_PORT = 65_535;

    private SlackSetting() {}

    static Optional<SlackSettings> read(Value value) {
        var standard = SlackSettings.standard();
        return value.block(
                        "a block with the keys api-url, editors-channel, bots, ack, ack-again, mode, port, canvas and tell-sharers")
                .map(keys -> {
                    var read =
                            new SlackSettings(
                                    keys.read("api-url", standard.apiUrl(), SlackSetting::url),
                                    keys.value("editors-channel").flatMap(SlackSetting::channel),
                                    keys.read("bots", standard.bots(), SlackSetting::bots),
                                    keys.read("ack", standard.ack(), SlackSetting::emoji),
                                    keys.read(
                                            "ack-again", standard.ackAgain(), SlackSetting::emoji),
                                    keys.read("mode", standard.mode(), SlackSetting::mode),
                                    keys.read("port", standard.port(), SlackSetting::port),
                                    keys.read("canvas", standard.canvas(), Value::flag),
                                    keys.read("tell-sharers", standard.tellSharers(), Value::flag));
                    keys.finish();
                    return read;
                });
    }

    /// The tokens; empty where there is no bot token, which makes the others useless.
    static Optional<SlackTokens> tokens(Secrets secrets, Problems problems) {
        try {
            var app = secrets.get("SLACK_APP_TOKEN").map(Secret::reveal);
            var signing = secrets.get("SLACK_SIGNING_SECRET").map(Secret::reveal);
            return secrets.get("SLACK_BOT_TOKEN")
                    .map(bot -> new SlackTokens(bot.reveal(), app, signing));
        } catch (GleanerException e) {
            problems.add(0, e.sentence());
            return Optional.empty();
        }
    }

    private static Optional<URI> url(Value value) {
        var expected = "a URL such as https://slack.com/api/";
        return value.text(expected)
                .flatMap(text -> {
                    try {
                        var url = URI.create(text.strip());
                        return url.getHost() != null
                                        && List.of("http", "https").contains(url.getScheme())
                                ? Optional.of(url)
                                : value.refuse(expected);
                    } catch (IllegalArgumentException e) {
                        return value.refuse(expected);
                    }
                });
    }

    private static Optional<String> channel(Value value) {
        var expected =
                "a channel's id such as C012AB3CD (in Slack: the channel's details, at the very bottom)";
        return value.text(expected)
                .map(String::strip)
                .flatMap(text ->
                        CHANNEL.matcher(text).matches()
                                ? Optional.of(text)
                                : value.refuse(expected));
    }

    private static Optional<List<String>> bots(Value value) {
        return value.items("a list of bots")
                .map(items ->
                        items.stream()
                                .flatMap(item ->
                                        ConfigReader.line(item, "a bot's id or name").stream())
                                .toList());
    }

    private static Optional<String> emoji(Value value) {
        var expected = "an emoji's name such as bookmark";
        return ConfigReader.line(value, expected)
                .map(text -> text.replace(":", ""))
                .flatMap(text ->
                        EMOJI.matcher(text).matches() ? Optional.of(text) : value.refuse(expected));
    }

    private static Optional<SlackSettings.Mode> mode(Value value) {
        var expected = "'socket' or 'http'";
        return value.text(expected)
                .flatMap(text ->
                        Arrays.stream(SlackSettings.Mode.values())
                                .filter(mode -> mode.name().equalsIgnoreCase(text))
                                .findFirst()
                                .or(() -> value.refuse(expected)));
    }

    private static Optional<Integer> port(Value value) {
        var expected = "a port from 0 to 65535";
        return value.text(expected)
                .flatMap(text -> {
                    try {
                        var port = Integer.parseInt(text.strip());
                        return port >= 0 && port <= LAST_PORT
                                ? Optional.of(port)
                                : value.refuse(expected);
                    } catch (NumberFormatException e) {
                        return value.refuse(expected);
                    }
                });
    }
}
