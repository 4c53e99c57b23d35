package gleaner.app;

import gleaner.news.GleanerException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Words that are said to Gleaner, as in every channel: `gleaner list '#security'`.
@Command(name = WordsCommand.NAME, description = "Says the words to Gleaner.", hidden = true)
final class WordsCommand implements Runnable {

    /// What is put before words that name no command of the command line.
    static final String NAME = "say";

    @ParentCommand RootCommand root = new RootCommand();

    @Parameters(paramLabel = "WORDS")
    List<String> words = new ArrayList<>();

    @Override
    public void run() {
        throw GleanerException.unavailable(
                "Nothing listens to '%s' yet.".formatted(String.join(" ", words)));
    }
}
