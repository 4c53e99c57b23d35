package gleaner.app.config;

import gleaner.news.GleanerException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the URL of a Redis comes from: `REDIS_URL`, else `redis.url` in the file; its password may
/// come by itself in `REDIS_PASSWORD`, so that a container's one secret serves both sides.
final class RedisSetting {

    private static final Pattern FORM = Pattern.compile("rediss?([+-][a-z]+)?://[^\\s]+");

    private static final String EXPECTED = "a URL such as redis://localhost:6379/0";

    private RedisSetting() {}

    /// The `redis` block of the file.
    static Optional<Secret> inFile(Value value) {
        return value.block("a block with the key url")
                .flatMap(keys -> {
                    var url = keys.value("url").flatMap(RedisSetting::url);
                    keys.finish();
                    return url;
                });
    }

    private static Optional<Secret> url(Value value) {
        var text = value.text(EXPECTED);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!FORM.matcher(text.get()).matches()) {
            value.problems()
                    .add(value.line(), "'%s' should be %s.".formatted(value.path(), EXPECTED));
            return Optional.empty();
        }
        if (password(text.get())) {
            value.problems()
                    .warn(
                            value.line(),
                            "'%s' holds a password; rather set REDIS_PASSWORD, or REDIS_PASSWORD_FILE to a file with it."
                                    .formatted(value.path()));
        }
        return Optional.of(new Secret(text.get()));
    }

    /// The URL that is used, its password within it.
    ///
    /// @throws GleanerException USAGE where the environment's words do not fit
    static Optional<Secret> resolve(Optional<Secret> inFile, Secrets secrets) {
        var named = secrets.get("REDIS_URL");
        if (named.isPresent() && !FORM.matcher(named.get().reveal()).matches()) {
            throw GleanerException.usage("REDIS_URL should be %s.".formatted(EXPECTED));
        }
        var url = named.or(() -> inFile);
        var password = secrets.get("REDIS_PASSWORD");
        if (url.isEmpty() || password.isEmpty()) {
            return url;
        }
        if (password(url.get().reveal())) {
            throw GleanerException.usage(
                    "REDIS_PASSWORD is set, and the URL of Redis holds a password too; take one out.");
        }
        return Optional.of(new Secret(with(url.get().reveal(), password.get().reveal())));
    }

    private static String with(String url, String password) {
        var encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        var start = url.indexOf("://") + 3;
        var user = userInfoEnd(url);
        var after = user < 0 ? start : user + 1;
        var name = user < 0 ? "" : url.substring(start, user);
        return url.substring(0, start) + name + ":" + encoded + "@" + url.substring(after);
    }

    private static boolean password(String url) {
        var end = userInfoEnd(url);
        return end >= 0 && url.substring(url.indexOf("://") + 3, end).contains(":");
    }

    /// Where the `@` after user and password stands; -1 without one.
    private static int userInfoEnd(String url) {
        var start = url.indexOf("://") + 3;
        var slash = url.indexOf('/', start);
        return url.lastIndexOf('@', slash < 0 ? url.length() : slash) < start
                ? -1
                : url.lastIndexOf('@', slash < 0 ? url.length() : slash);
    }
}
