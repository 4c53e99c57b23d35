package gleaner.app;

import gleaner.store.RedisForTests;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// The command line, called in-process with streams of its own, a real Redis and a clock that
/// stands still.
final class Shell {

    /// A Sunday evening at the end of the week of the examples.
    static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    private final RedisForTests redis;
    private final Random random = new Random(1);

    private final Map<String, String> environment = new HashMap<>();

    Shell(RedisForTests redis) {
        this.redis = redis;
    }

    /// From then on a variable is set.
    Shell with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /// What a call came to.
    record Result(int code, String out, String err) {}

    Result run(String... args) {
        return piped("", args);
    }

    /// With one more variable in the environment of this call.
    Result runWith(String variable, String value, String... args) {
        return run(Map.of(variable, value), "", args);
    }

    Result piped(String input, String... args) {
        return run(Map.of(), input, args);
    }

    private Result run(Map<String, String> more, String input, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new HashMap<>(Map.of("REDIS_URL", redis.url(), "USER", "eve"));
        all.putAll(environment);
        all.putAll(more);
        var session =
                new Session(
                        Map.copyOf(all),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Session.Terminal.NONE,
                        Path.of("").toAbsolutePath(),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        random);
        var code = new CommandLineRun(session).run(args);
        return new Result(code, out.toString(), err.toString());
    }
}
