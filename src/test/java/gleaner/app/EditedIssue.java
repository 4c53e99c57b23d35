package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.app.Shell.Result;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.UnaryOperator;

/// The newsletter's week in the hands of an editor who changes the draft's text.
final class EditedIssue {

    private final Shell shell;
    private final Path folder;

    EditedIssue(RedisForTests redis, Path folder) {
        this.shell = new Shell(redis);
        this.folder = folder;
        assertThat(shell.run("import", "examples/week.jsonl").code()).isZero();
        for (var said : WeekStoryTest.NEWSLETTER) {
            assertThat(shell.run(said).code()).isZero();
        }
    }

    Result say(String... words) {
        return shell.run(words);
    }

    String draft() {
        return shell.run("digest").out();
    }

    Result taken(String text) throws IOException {
        return shell.run("take-back", Files.writeString(folder.resolve("d.md"), text).toString());
    }

    /// Without the notes and the reference.
    static String words(String draft) {
        return draft.substring(0, draft.indexOf("\n---\n"));
    }

    /// The words below a heading, the heading included.
    static String section(String draft, String heading) {
        int from = draft.indexOf("## " + heading + "\n");
        int to = draft.indexOf("\n## ", from);
        return draft.substring(from, to + 1);
    }

    /// Edits the draft and has it taken back: the draft reads as edited then, the second time
    /// nothing is left to do, and `undo` makes it what it was before it is done again.
    Result edit(UnaryOperator<String> edit) throws IOException {
        return edit(edit, edit);
    }

    /// @param result how the draft reads then
    Result edit(UnaryOperator<String> edit, UnaryOperator<String> result) throws IOException {
        var before = draft();
        var after = edit.apply(before);
        assertThat(after).isNotEqualTo(before);
        var first = taken(after);
        assertReads(result.apply(before), first);
        assertThat(shell.run("undo").code()).isZero();
        assertThat(draft()).isEqualTo(before);
        var again = taken(after);
        assertReads(result.apply(before), again);
        return again;
    }

    private void assertReads(String expected, Result told) throws IOException {
        var draft = draft();
        var missing = new ArrayList<>(words(expected).lines().toList());
        missing.removeAll(words(draft).lines().toList());
        var more = new ArrayList<>(words(draft).lines().toList());
        more.removeAll(words(expected).lines().toList());
        assertThat(more).as(told.out() + told.err()).isEqualTo(missing);
        assertThat(words(draft)).as(told.out() + told.err()).isEqualTo(words(expected));
        assertThat(taken(draft).out()).isEqualTo("Nothing was changed.\n");
    }

    static UnaryOperator<String> replacing(String from, String to) {
        return text -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        };
    }
}
