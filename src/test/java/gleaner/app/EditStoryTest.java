package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.app.Shell.Result;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// An editor changes the whole draft as one text. If these fail, an evening's words are lost, or
/// stand where nobody put them.
class EditStoryTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir private Path folder;

    private final Shell shell = new Shell(redis);

    @BeforeEach
    void theWeek() {
        assertThat(shell.run("import", "examples/week.jsonl").code()).isZero();
        for (var said : WeekStoryTest.NEWSLETTER) {
            assertThat(shell.run(said).code()).isZero();
        }
    }

    private String draft() {
        return shell.run("digest").out();
    }

    private Result taken(String text) throws IOException {
        return shell.run("take-back", Files.writeString(folder.resolve("d.md"), text).toString());
    }

    /// Without the notes and the reference.
    private static String words(String draft) {
        return draft.substring(0, draft.indexOf("\n---\n"));
    }

    /// Edits the draft and has it taken back: the draft reads as edited then, and the second time
    /// nothing is left to do.
    private Result edit(UnaryOperator<String> edit) throws IOException {
        var before = draft();
        var after = edit.apply(before);
        assertThat(after).isNotEqualTo(before);
        var result = taken(after);
        assertSame(words(after), words(draft()), result.out() + result.err());
        assertThat(taken(draft()).out()).isEqualTo("Nothing was changed.\n");
        return result;
    }

    private static void assertSame(String expected, String actual, String told) {
        var missing = new ArrayList<>(expected.lines().toList());
        missing.removeAll(actual.lines().toList());
        var more = new ArrayList<>(actual.lines().toList());
        more.removeAll(expected.lines().toList());
        assertThat(more).as(told).isEqualTo(missing);
        assertThat(actual).isEqualTo(expected);
    }

    private static UnaryOperator<String> replacing(String from, String to) {
        return text -> text.replace(from, to);
    }

    @Test
    void nothingIsChangedWhereNothingWasEdited() throws IOException {
        var before = draft();
        var history = shell.run("history").out();
        assertThat(taken(before).out()).isEqualTo("Nothing was changed.\n");
        assertThat(taken(before.replace("\n", "\r\n")).out()).isEqualTo("Nothing was changed.\n");
        assertThat(shell.run("history").out()).isEqualTo(history);
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void everythingInOneEveningIsOneAct() throws IOException {
        var before = draft();
        var result =
                edit(text ->
                        text.replace("# Gateway to *Haven*", "# Gateway to *Heaven*")
                                .replace("ran out of disk.", "ran out of **disk**.")
                                .replace("It did not agree.", "It did *not* agree.")
                                .replace("## News in brief", "## All the rest")
                                .replace("Istio could not wait", "Istio would not wait")
                                .replace("A chart. The cake", "A chart! The cake")
                                .replace("The duck has asked", "The duck asked")
                                .replace("(Dana Whitlock/The New Stack)", "(Dana W./TNS)")
                                .replaceAll("(?m)^- Cilium can now.*\n", "")
                                .replace(
                                        "- LWN on [the scheduler's",
                                        "- Read LWN on [the scheduler's"));
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("Left out")
                .contains(
                        "Changed the title, the intro, the heading of news-in-brief, the interview, the closing")
                .contains("'undo' takes all of it back");
        assertThat(shell.run("history", "1").out()).contains("take-back");
        assertThat(shell.run("undo").code()).isZero();
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void itemsStandWhereTheyWerePut() throws IOException {
        edit(text -> {
            var flux = line(text, "Flux keeps");
            var valkey = line(text, "Valkey tells");
            return text.replace(flux, "")
                    .replace(valkey, "")
                    .replace("- Small and clever", flux + "- Small and clever")
                    .replace("- Prometheus has", valkey + "- Prometheus has");
        });
        edit(text -> {
            var falco = line(text, "Falco's new");
            return text.replace(falco, "")
                    .replace("\n## A chat with", "\n" + falco.substring(2) + "\n## A chat with");
        });
    }

    @Test
    void twoItemsBecomeAParagraphAndAPartedOneStandsApart() throws IOException {
        edit(text -> {
            var lwn = line(text, "LWN on");
            return text.replace(lwn, "")
                    .replace("or asks for a good deal", "and asks for a good deal")
                    .replace(
                            "- Etcd 3.7 [is out](https://github.com/etcd-io/etcd/releases/tag/v3.7.0), and asks",
                            "- Etcd 3.7 [is out](https://github.com/etcd-io/etcd/releases/tag/v3.7.0), LWN has [the scheduler](https://lwn.net/Articles/1098765/), and asks");
        });
        edit(text ->
                text.replace(
                        ", LWN has [the scheduler](https://lwn.net/Articles/1098765/), and asks for a good deal less memory when it starts.",
                        ", and asks for less.\n- LWN has [the scheduler](https://lwn.net/Articles/1098765/)."));
        edit(text ->
                text.replace(
                                " Having read [the guide](https://gateway-api.sigs.k8s.io/guides/migrating-from-ingress/) on the ferry, I can report that it is longer than the crossing[^3].",
                                "")
                        .replace(
                                "\nIstio could not",
                                "\nHaving read [the guide](https://gateway-api.sigs.k8s.io/guides/migrating-from-ingress/) on the ferry, I can report that it is longer than the crossing[^3].\n\nIstio could not"));
    }

    private static String line(String text, String begin) {
        return text.lines().filter(it -> it.contains(begin)).findFirst().orElseThrow() + "\n";
    }

    @Test
    void aNewLinkIsKeptAndGoesWithUndo() throws IOException {
        var before = draft();
        edit(
                replacing(
                        "- LWN on",
                        "- Somebody has written [a very fine thing](https://new.example/thing)((In verse.)). (Ada/Verse)\n- LWN on"
                                .replace("((In verse.))", "")));
        assertThat(shell.run("show", "https://new.example/thing").out()).contains("eve");
        assertThat(shell.run("undo").code()).isZero();
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void whatOthersWroteMeanwhileStaysAndBothAreTold() throws IOException {
        var before = draft();
        shell.run(
                "--as",
                "mira",
                "blurb",
                "https://lwn.net/Articles/1098765/",
                "Mira on [LWN](https://lwn.net/Articles/1098765/) and fairness.");
        shell.run("--as", "mira", "title", "Mira's");
        var result =
                taken(
                        before.replace("LWN on [the", "Eve on [the")
                                .replace("# Gateway to *Haven*", "# Eve's")
                                .replace("Flux keeps", "Flux still keeps"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("Somebody else has written words")
                .contains("Eve on")
                .contains("Somebody else has changed the title since; theirs stays. \"Eve's\"");
        assertThat(draft())
                .startsWith("# Mira's\n")
                .contains("Mira on [LWN]")
                .contains("Flux still keeps");
    }

    @Test
    void theEditorsProgramOpensTheDraft() throws IOException {
        var script = folder.resolve("editor.sh");
        Files.writeString(script, "#!/bin/sh\nsed -i 's/Flux keeps/Flux still keeps/' \"$1\"\n");
        var done = shell.runWith("EDITOR", "sh " + script, "digest", "--edit");
        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("Wrote");
        assertThat(draft()).contains("- Flux still keeps");

        assertThat(shell.runWith("EDITOR", "true", "digest", "--edit").out())
                .isEqualTo("Nothing was changed.\n");
        var broken = shell.runWith("EDITOR", "false", "edit");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err())
                .startsWith(
                        "gleaner: The editor ended with code 1, so nothing was done. Your text is kept in ");
        var none = shell.run("digest", "--edit");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).startsWith("gleaner: There is no terminal for an editor here");
    }

    @Test
    void whatIsNoDraftIsRefused() throws IOException {
        assertThat(taken(" \n").err())
                .contains("The text is empty or could not be read; nothing was done.");
        assertThat(taken("# Something else\n\nHere.\n").err())
                .contains("None of the draft's items stands in that text; nothing was done.");
        Files.write(folder.resolve("latin"), new byte[] {'#', ' ', (byte) 0xe9, '\n'});
        assertThat(shell.run("take-back", folder.resolve("latin").toString()).err())
                .contains("should be text in UTF-8");
        assertThat(shell.run("take-back", folder.resolve("none").toString()).err())
                .contains("should be a file that can be read");
        var strict = folder.resolve("strict.yaml");
        Files.writeString(strict, "editors:\n  terminal: [mira]\n");
        assertThat(
                        shell.piped(draft() + "\n", "--config", strict.toString(), "take-back", "-")
                                .err())
                .contains("Only an editor can change the draft");
    }
}
