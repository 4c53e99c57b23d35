package gleaner.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads the `pages` block.
final class PagesSetting {

    /// An archive's address that is none.
    private static final List<String> NEVER = List.of("", "none");

    private PagesSetting() {}

    static Config.Pages standard() {
        return new Config.Pages(
                true,
                true,
                false,
                2,
                Duration.ofHours(24),
                Duration.ofSeconds(3),
                Optional.of(URI.create("https://archive.org/wayback/available")));
    }

    static Optional<Config.Pages> read(Value value) {
        var standard = standard();
        return value.block(
                        "a block with the keys read, robots, history, per-host, recheck-after-hours, recheck-wait-seconds and archive-url")
                .map(keys -> {
                    var read =
                            new Config.Pages(
                                    keys.read("read", standard.read(), Value::flag),
                                    keys.read("robots", standard.robots(), Value::flag),
                                    keys.read("history", standard.history(), Value::flag),
                                    keys.read(
                                            "per-host", standard.perHost(), it -> it.number(1, 8)),
                                    keys.read(
                                            "recheck-after-hours",
                                            standard.recheckAfter(),
                                            it -> it.number(0, 8760).map(Duration::ofHours)),
                                    keys.read(
                                            "recheck-wait-seconds",
                                            standard.recheckWait(),
                                            it -> it.number(0, 8).map(Duration::ofSeconds)),
                                    keys.read(
                                            "archive-url",
                                            standard.archive(),
                                            PagesSetting::archive));
                    keys.finish();
                    return read;
                });
    }

    private static Optional<Optional<URI>> archive(Value value) {
        var expected =
                "an https URL such as https://archive.org/wayback/available, or none to ask no archive";
        return value.text(expected)
                .map(String::strip)
                .flatMap(text -> {
                    if (NEVER.contains(text)) {
                        return Optional.of(Optional.empty());
                    }
                    try {
                        var url = URI.create(text);
                        return url.getHost() != null
                                        && "https".equals(url.getScheme())
                                        && url.getRawQuery() == null
                                        && url.getRawFragment() == null
                                ? Optional.of(Optional.of(url))
                                : value.refuse(expected);
                    } catch (IllegalArgumentException e) {
                        return value.refuse(expected);
                    }
                });
    }
}
