package gleaner.app;

import gleaner.app.config.Config;
import gleaner.app.config.Secret;
import gleaner.command.CommandParser;
import gleaner.command.Periods;
import gleaner.mastodon.MastodonServer;
import gleaner.mastodon.MastodonSetup;
import gleaner.news.GleanerException;
import gleaner.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The server that Gleaner speaks on, and its token: from the configuration and the environment,
/// else from what the login stored. A stored token goes to the server that gave it and to no other.
///
/// @param handle of the account, where the login told it
record MastodonAccess(MastodonServer server, Secret token, Optional<String> handle) {

    private static final String FILE = "mastodon.json";

    /// Empty where Mastodon is not set up.
    ///
    /// @throws GleanerException USAGE where only half of it is set up
    static Optional<MastodonAccess> of(Config config) {
        var set = config.mastodon();
        var stored = stored(config.data().resolve(FILE));
        var server = set.server().or(() -> stored.map(MastodonAccess::server));
        if (server.isEmpty()) {
            if (set.token().isPresent()) {
                throw GleanerException.usage(
                        "MASTODON_ACCESS_TOKEN is set, but no server: set mastodon.url in"
                                + " config/gleaner.yaml, or MASTODON_URL.");
            }
            return Optional.empty();
        }
        if (set.token().isPresent()) {
            return Optional.of(
                    new MastodonAccess(server.get(), set.token().get(), Optional.empty()));
        }
        return Optional.of(
                stored.filter(login -> login.server().equals(server.get()))
                        .orElseThrow(() ->
                                GleanerException.usage(
                                        "There is no token for %s: './gleaner mastodon login %s', or set MASTODON_ACCESS_TOKEN."
                                                .formatted(server.get(), server.get()))));
    }

    /// Whether it is set up wholly.
    static boolean isSetUp(Config config) {
        try {
            return of(config).isPresent();
        } catch (GleanerException e) {
            return false;
        }
    }

    /// How Gleaner behaves there, as it is configured.
    MastodonSetup setup(Config config, Clock clock) {
        var newsroom = config.newsroom();
        var set = config.mastodon();
        var periods =
                new Periods(clock, newsroom.zone(), newsroom.weekStarts(), newsroom.language());
        return new MastodonSetup(
                server,
                token.reveal(),
                set.allow(),
                set.block(),
                set.review(),
                set.perHour(),
                set.follow(),
                set.publishing(),
                new CommandParser(config.sections(), periods),
                config.editors()::roleOf,
                MastodonSetup.Tempo.usual());
    }

    private static Optional<MastodonAccess> stored(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var node = new JsonMapper().readTree(Files.readString(file));
            var token = node.path("token").asString("");
            if (token.isBlank()) {
                throw broken(file, null);
            }
            return Optional.of(
                    new MastodonAccess(
                            MastodonServer.parse(node.path("url").asString("")),
                            new Secret(token),
                            Optional.of(node.path("account").asString(""))
                                    .filter(name -> !name.isBlank())));
        } catch (IOException | JacksonException e) {
            throw broken(file, e);
        }
    }

    private static GleanerException broken(
            Path file, @org.jspecify.annotations.Nullable Exception cause) {
        var sentence = "%s cannot be read; log in again, or delete it.".formatted(file);
        return cause == null
                ? GleanerException.unavailable(sentence)
                : new GleanerException(GleanerException.Kind.UNAVAILABLE, sentence, cause);
    }

    /// Stores it, for nobody but the owner of the file to read.
    ///
    /// @return where
    Path store(Path data) {
        var node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("url", server.toString())
                        .put("token", token.reveal());
        handle.ifPresent(name -> node.put("account", name));
        var file = data.resolve(FILE);
        try {
            Files.createDirectories(data);
            PrivateFiles.write(file, node + "\n");
            return file;
        } catch (IOException e) {
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE,
                    "The token cannot be stored in %s.".formatted(file),
                    e);
        }
    }
}
