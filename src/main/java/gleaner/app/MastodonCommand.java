package gleaner.app;

import gleaner.app.config.Secret;
import gleaner.mastodon.MastodonLogin;
import gleaner.mastodon.MastodonServer;
import gleaner.news.GleanerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Setting Mastodon up.
@Command(
        name = "mastodon",
        description = "Let Gleaner speak on Mastodon: gleaner mastodon login https://…")
final class MastodonCommand implements Callable<Integer> {

    @ParentCommand @Nullable RootCommand root;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(Objects.requireNonNull(root).workplace().session().out());
        return 2;
    }

    @Command(
            name = "login",
            description =
                    "Get a token for an account: prints a page, takes the code that it shows.",
            footer =
                    "%nThe token goes into mastodon.json in the data folder, for nobody else to read.")
    int login(
            @Parameters(paramLabel = "SERVER", description = "As in https://social.example.")
                    String server)
            throws IOException {
        var place = Objects.requireNonNull(root).workplace();
        var session = place.session();
        var config = place.config();
        var address = MastodonServer.parse(server);
        try (var login = MastodonLogin.begin(address, session.clock())) {
            session.out()
                    .println(
                            "Open this page, logged in as the account that Gleaner is to speak for, and allow it:");
            session.out().println();
            session.out().println("  " + login.page());
            session.out().println();
            session.out().print("The code that it shows: ");
            session.out().flush();
            var in =
                    new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8));
            var code = in.readLine();
            if (code == null || code.isBlank()) {
                throw GleanerException.usage("No code was given, so nothing was stored.");
            }
            var done = login.finish(code);
            var file =
                    new MastodonAccess(
                                    address, new Secret(done.token()), Optional.of(done.handle()))
                            .store(config.data());
            session.out()
                    .println(
                            "Gleaner speaks as %s; the token is in %s."
                                    .formatted(done.handle(), file));
            session.out()
                    .println(
                            "'./gleaner run' listens from now on, './gleaner doctor' says whether all of it works.");
            session.out().flush();
            return 0;
        }
    }
}
