package gleaner.app;

import gleaner.command.Grammar;
import gleaner.command.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Help: for the command line itself, for one of its commands, or for something that can be said to
/// Gleaner.
@Command(
        name = "help",
        description = "Explain a command: gleaner help import, gleaner help digest.")
final class HelpCommand implements Callable<Integer> {

    @ParentCommand @Nullable RootCommand root;

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "COMMAND", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        var place = Objects.requireNonNull(root).workplace();
        var line = spec.root().commandLine();
        if (words.isEmpty()) {
            line.usage(place.session().out());
        } else if (line.getSubcommands().containsKey(words.getFirst())
                && !words.getFirst().equals(WordsCommand.NAME)) {
            line.getSubcommands().get(words.getFirst()).usage(place.session().out());
            return 0;
        }
        var grammar = new Grammar(place.config().sections());
        var name = String.join(" ", words);
        var isKnown = words.size() < 2 || ShellWords.isCommand(name);
        return place.print(
                grammar.help(
                        isKnown
                                ? Optional.of(name).filter(said -> !said.isEmpty())
                                : words.stream().findFirst()));
    }
}
