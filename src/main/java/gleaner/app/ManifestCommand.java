package gleaner.app;

import gleaner.slack.SlackManifest;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Prints the description of the app that a platform wants to be told before it lets Gleaner in.
@Command(
        name = "manifest",
        description = "Print what a platform wants to be told of Gleaner: manifest slack.")
final class ManifestCommand implements Callable<Integer> {

    @ParentCommand @Nullable RootCommand root;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(Objects.requireNonNull(root).workplace().session().out());
        return 2;
    }

    @Command(
            name = "slack",
            description =
                    "The app manifest to paste at https://api.slack.com/apps ('From a manifest'); see docs/slack.md.")
    int slack() {
        var place = Objects.requireNonNull(root).workplace();
        var slack = place.config().slack();
        place.session().out().println(SlackManifest.json(slack.mode(), slack.canvas()));
        place.session().out().flush();
        return 0;
    }
}
