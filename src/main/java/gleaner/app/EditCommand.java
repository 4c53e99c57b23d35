package gleaner.app;

import gleaner.command.Reply;
import gleaner.digest.takeback.DraftChanges;
import gleaner.news.GleanerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// The whole draft as one text in the editor's own program, and back.
@Command(
        name = "edit",
        description = {
            "Open the draft in your editor and take back what you change; `digest --edit` is the same.",
            "",
            "Change words, attributions, headings and footnotes, put items elsewhere, take them out, put links in. Save and leave"
                    + " the editor, and it is done, as one act that `undo` takes back. The editor is $VISUAL or $EDITOR. What"
                    + " cannot be placed is told, and your text is kept."
        })
final class EditCommand implements Callable<Integer> {

    @ParentCommand @Nullable RootCommand root;

    @Parameters(
            paramLabel = "WORDS",
            arity = "0..*",
            description = "As for digest: last week, picked.")
    List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var place = Objects.requireNonNull(root).workplace();
        var editor = Editor.of(place.session());
        var draft = draft(place);
        if (!draft.kind().isFine()) {
            return place.print(draft);
        }
        if (DraftChanges.reference(draft.markdown()).isEmpty()) {
            throw GleanerException.failed(
                    "Only an editor can change the draft, as Markdown, in a template that can be read back (`digest.template: house`); editors are named under 'editors' in config/gleaner.yaml.");
        }
        var before = draft.markdown();
        var file = PrivateText.write(before);
        int code = editor.run(file);
        var bytes = Files.readAllBytes(file);
        if (code != 0) {
            return failed(
                    place,
                    file,
                    "The editor ended with code %d, so nothing was done.".formatted(code));
        }
        try {
            var after = DraftBytes.text(bytes, "Your text");
            if (after.equals(before)) {
                PrivateText.delete(file);
                place.session().out().println("Nothing was changed.");
                place.session().out().flush();
                return 0;
            }
            var taken = TakeBackCommand.taken(place, after);
            int done = place.print(taken.reply());
            if (taken.isWhole()) {
                PrivateText.delete(file);
                return done;
            }
            return Math.max(1, failed(place, file, ""));
        } catch (GleanerException e) {
            failed(place, file, "");
            throw e;
        }
    }

    private Reply draft(Workplace place) {
        try (var house = place.open(place.config())) {
            var asked = ("digest " + String.join(" ", words)).strip();
            return house.commands().run(asked, place.asker(house));
        }
    }

    private static int failed(Workplace place, Path file, String why) {
        place.session()
                .err()
                .println(
                        ("gleaner: " + why).strip()
                                + " Your text is kept in %1$s; `gleaner take-back %1$s` takes it."
                                        .formatted(file));
        place.session().err().flush();
        return 1;
    }
}
