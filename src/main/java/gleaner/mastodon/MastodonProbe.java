package gleaner.mastodon;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks whether everything works that the channel needs, for the doctor: the server, the token,
/// its scopes, the limits, streaming. Changes nothing.
public final class MastodonProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private MastodonProbe() {}

    /// How it is.
    public enum Level {
        OK,
        WARN,
        FAIL
    }

    /// What was found.
    ///
    /// @param remedy what to do; may be empty
    public record Finding(Level level, String sentence, String remedy) {}

    /// Asks the server; never throws for what it finds.
    public static List<Finding> examine(MastodonServer server, String token, Clock clock) {
        var findings = new ArrayList<Finding>();
        try (var api = new MastodonClient(server, token, clock, PATIENCE, PATIENCE)) {
            examine(api, server, findings);
        }
        return findings;
    }

    private static void examine(MastodonApi api, MastodonServer server, List<Finding> findings) {
        try {
            var instance = api.instance();
            findings.add(
                    new Finding(
                            Level.OK,
                            "%s (%s) takes posts of %,d characters, a URL counts %d."
                                    .formatted(
                                            server,
                                            instance.version(),
                                            instance.mostCharacters(),
                                            instance.perUrl()),
                            ""));
            var account = api.self();
            findings.add(
                    new Finding(
                            account.bot() ? Level.OK : Level.WARN,
                            "The token speaks for %s%s."
                                    .formatted(
                                            Handle.of(account, instance),
                                            account.bot() ? "" : ", which is not marked as a bot"),
                            account.bot()
                                    ? ""
                                    : "Mark the account as automated in its settings, so that other bots leave it alone."));
        } catch (MastodonTrouble e) {
            findings.add(failed(e));
            return;
        }
        scopes(api, findings);
        streaming(api, findings);
    }

    private static void scopes(MastodonApi api, List<Finding> findings) {
        try {
            api.mentions(Optional.empty());
            findings.add(new Finding(Level.OK, "It may read mentions.", ""));
        } catch (MastodonTrouble e) {
            findings.add(failed(e));
        }
    }

    private static void streaming(MastodonApi api, List<Finding> findings) {
        try (var _ = api.stream(0, new Deaf())) {
            findings.add(new Finding(Level.OK, "Streaming works.", ""));
        } catch (MastodonTrouble e) {
            try (var _ = api.stream(1, new Deaf())) {
                findings.add(
                        new Finding(Level.OK, "Streaming works, at the server's own address.", ""));
            } catch (MastodonTrouble again) {
                findings.add(
                        new Finding(
                                Level.WARN,
                                again.sentence(),
                                "Mentions are looked for every 15 seconds instead."));
            }
        }
    }

    private static Finding failed(MastodonTrouble trouble) {
        return new Finding(
                Level.FAIL,
                trouble.sentence(),
                switch (trouble.kind()) {
                    case TOKEN -> "Log in again: ./gleaner mastodon login https://…";
                    case FORBIDDEN ->
                            "The token lacks a scope; it needs " + MastodonLogin.SCOPES + ".";
                    case TOO_MANY, AWAY, GARBLED, MISSING, REFUSED, MOVED -> "";
                });
    }

    /// Only whether it opens is of interest.
    private static final class Deaf implements MastodonApi.Listener {

        @Override
        public void noticed(MastodonApi.Notice notice) {}

        @Override
        public void changed(MastodonApi.Status status) {}

        @Override
        public void deleted(String id) {}

        @Override
        public void other() {}

        @Override
        public void ended(MastodonTrouble trouble) {}
    }
}
