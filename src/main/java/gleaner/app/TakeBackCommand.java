package gleaner.app;

import gleaner.command.TakeBack.Taken;
import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Takes back what an editor changed in a draft that was written to a file.
@Command(
        name = "take-back",
        description = {
            "Take back what you changed in the text of a draft.",
            "",
            "  gleaner digest > draft.md",
            "  $EDITOR draft.md",
            "  gleaner take-back draft.md",
            "",
            "Words, order, sections, headings, footnotes, attributions, links taken out or put in: what you changed is done,"
                    + " as one act that `undo` takes back. What others have written since stays, and is told; so is what has no"
                    + " place in a draft. The last line of the draft says what it was made from: leave it there."
        })
final class TakeBackCommand implements Callable<Integer> {

    @ParentCommand @Nullable RootCommand root;

    @Parameters(paramLabel = "FILE", description = "The text, - for standard input.")
    String file = "";

    @Override
    public Integer call() {
        var place = Objects.requireNonNull(root).workplace();
        return take(place, text(place));
    }

    private String text(Workplace place) {
        try {
            return file.equals("-")
                    ? DraftBytes.text(
                            place.session().in().readNBytes(DraftBytes.MOST + 1), "The text")
                    : read(Path.of(file));
        } catch (IOException | InvalidPathException _) {
            throw GleanerException.failed(
                    "%s should be a file that can be read.".formatted(Excerpt.of(file, 200)));
        }
    }

    static String read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return DraftBytes.text(in.readNBytes(DraftBytes.MOST + 1), file.toString());
        }
    }

    private static int take(Workplace place, String text) {
        var taken = taken(place, text);
        int code = place.print(taken.reply());
        return code == 0 && !taken.isWhole() ? 1 : code;
    }

    static Taken taken(Workplace place, String text) {
        try (var house = place.open(place.config())) {
            return house.takeBack().run(text, place.asker(house));
        }
    }
}
