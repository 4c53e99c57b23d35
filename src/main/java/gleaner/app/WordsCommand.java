package gleaner.app;

import gleaner.command.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Words that are said to Gleaner, as in every channel: `gleaner list '#security'`.
@Command(name = WordsCommand.NAME, description = "Says the words to Gleaner.", hidden = true)
final class WordsCommand implements Callable<Integer> {

    /// What is put before words that name no command of the command line.
    static final String NAME = "say";

    @ParentCommand @Nullable RootCommand root;

    @Parameters(paramLabel = "WORDS")
    List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        return say(Objects.requireNonNull(root).workplace(), words);
    }

    /// Says the words and prints the answer.
    ///
    /// @return the exit code
    static int say(Workplace place, List<String> words) {
        try (var house = place.open(place.config())) {
            return place.print(house.commands().run(ShellWords.typed(words), place.asker(house)));
        }
    }
}
