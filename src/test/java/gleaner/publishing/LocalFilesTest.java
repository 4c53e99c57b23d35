package gleaner.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.command.Destination;
import gleaner.command.DraftForm;
import gleaner.command.Edition;
import gleaner.command.Publishers.Handed;
import gleaner.news.GleanerException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files and commits; if it fails, an editor loses what they changed, or commits what they did not
/// mean to.
class LocalFilesTest {

    private static final List<String> NAMES =
            List.of(
                    "atom.xml",
                    "feed.json",
                    "feed.xml",
                    "issue-7.html",
                    "issue-7.json",
                    "issue-7.md",
                    "issue-7.txt");

    @TempDir Path folder;
    private final Kept kept = new Kept();

    @BeforeEach
    void aWorkTree() throws IOException, InterruptedException {
        git("init", "-q", "-b", "main");
        git("config", "user.name", "Eve");
        git("config", "user.email", "eve@one.example");
        git("config", "commit.gpgsign", "false");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    private PublishingSettings settings(Path where, Optional<String> branch) {
        return new PublishingSettings(
                URI.create("https://unused.example"),
                Optional.empty(),
                Optional.empty(),
                List.of(1),
                Optional.of(where),
                Optional.of(where),
                branch,
                Optional.of(URI.create("https://news.example/")));
    }

    private Handed hand(Edition issue, Destination to, boolean confirmed) {
        return Editions.desk(settings(folder, Optional.empty()), kept)
                .hand(issue, List.of(issue), to, confirmed);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".git"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyFormAndTheFeedsAreFiles() throws IOException {
        var issue = Editions.issue(7, "Words “é” 💡");

        var handed = hand(issue, Destination.FILE, false);

        assertThat(handed.outcome()).isEqualTo("made");
        assertThat(handed.sentence())
                .contains("issue-7.md, issue-7.html, issue-7.txt, issue-7.json, feed.xml");
        assertThat(names()).isEqualTo(NAMES);
        assertThat(folder.resolve("issue-7.md")).hasContent(issue.in(DraftForm.MARKDOWN));
        assertThat(Files.readString(folder.resolve("feed.xml")))
                .contains("<link>https://news.example/issue-7.html</link>");
    }

    @ParameterizedTest
    @EnumSource(names = {"FILE", "GIT"})
    void twiceIsOnce(Destination to) throws IOException, InterruptedException {
        hand(Editions.issue(7, "Words"), to, false);
        assertThat(hand(Editions.issue(7, "Words"), to, false).outcome()).isEqualTo("unchanged");
        if (to == Destination.GIT) {
            assertThat(git("rev-list", "--count", "HEAD")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FILE", "GIT"})
    void whatSomebodyChangedIsWrittenOverWithConfirmOnly(Destination to) throws IOException {
        hand(Editions.issue(7, "Old"), to, false);
        Files.writeString(folder.resolve("issue-7.md"), "Mine.");

        assertThatThrownBy(() -> hand(Editions.issue(7, "New"), to, false))
                .hasMessageStartingWith("issue-7.md in ")
                .hasMessageEndingWith(
                        " is there already and not as Gleaner left it. `publish 7 to %s confirm` writes over it."
                                .formatted(to));
        assertThat(folder.resolve("issue-7.md")).hasContent("Mine.");
        assertThat(folder.resolve("issue-7.txt")).content().contains("Old");

        assertThat(hand(Editions.issue(7, "New"), to, true).outcome()).isEqualTo("updated");
        assertThat(folder.resolve("issue-7.md")).content().contains("New");
    }

    @Test
    void anIssueThatWasPublishedAnewIsWrittenOver() throws IOException {
        hand(Editions.issue(7, "Old"), Destination.FILE, false);
        assertThat(hand(Editions.issue(7, "New"), Destination.FILE, false).outcome())
                .isEqualTo("updated");
        assertThat(names()).isEqualTo(NAMES);
    }

    @Test
    void whatStopsHalfWayLeavesNoHalfFile() throws IOException {
        Files.createDirectories(folder.resolve(".feed.json.new/full"));

        assertThatThrownBy(() -> hand(Editions.issue(7, "Words"), Destination.FILE, false))
                .isInstanceOfSatisfying(
                        GleanerException.class,
                        e -> assertThat(e.kind()).isEqualTo(GleanerException.Kind.UNAVAILABLE))
                .hasMessageStartingWith("The files cannot be written to ");
        assertThat(names()).containsExactly(".feed.json.new");
    }

    @Test
    void aFolderThatCannotBeOneIsTold() throws IOException {
        var file = Files.writeString(folder.resolve("taken"), "");
        var desk = Editions.desk(settings(file, Optional.empty()), kept);
        var issue = Editions.issue(7, "Words");
        assertThatThrownBy(() -> desk.hand(issue, List.of(issue), Destination.FILE, false))
                .hasMessageEndingWith("/taken: a file stands where the folder should be.");
    }

    @Test
    void aCommitHoldsTheseFilesAndNothingElse() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("half.txt"), "not done");
        git("add", "half.txt");

        var handed =
                hand(Editions.issue(7, "-m \"$(id)\"; `x`\nnews", "Words"), Destination.GIT, false);

        assertThat(git("show", "--name-only", "--format=%s", "HEAD").lines())
                .containsExactly(
                        "Issue 7: -m \"$(id)\"; `x` news",
                        "",
                        "atom.xml",
                        "feed.json",
                        "feed.xml",
                        "issue-7.html",
                        "issue-7.json",
                        "issue-7.md",
                        "issue-7.txt");
        assertThat(git("status", "--porcelain")).isEqualTo("A  half.txt");
        assertThat(handed.sentence())
                .contains("Committed as " + git("rev-parse", "--short", "HEAD") + " on main;");
    }

    @Test
    void whatCouldNotBeCommittedIsCommittedTheNextTime() throws IOException, InterruptedException {
        var hook = folder.resolve(".git/hooks/pre-commit");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\necho 'Not on a Sunday'\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        assertThatThrownBy(() -> hand(Editions.issue(7, "Words"), Destination.GIT, false))
                .hasMessageStartingWith("The files are written in ")
                .hasMessageEndingWith("but git did not commit them: Not on a Sunday.");
        Files.delete(hook);

        assertThat(hand(Editions.issue(7, "Words"), Destination.GIT, false).outcome())
                .isEqualTo("made");
        assertThat(git("rev-list", "--count", "HEAD")).isEqualTo("1");
    }

    @Test
    void anotherBranchIsLeftAlone() throws IOException, InterruptedException {
        var issue = Editions.issue(7, "Words");
        var desk = Editions.desk(settings(folder, Optional.of("site")), kept);
        assertThatThrownBy(() -> desk.hand(issue, List.of(issue), Destination.GIT, false))
                .hasMessageEndingWith(
                        "the branch main is checked out, not site as publishing.git.branch says: `git switch` to that.");
        assertThat(git("status", "--porcelain")).isEmpty();
    }

    @Test
    void aFolderThatIsNoWorkTreeIsTold(@TempDir Path plain) {
        var issue = Editions.issue(7, "Words");
        var desk = Editions.desk(settings(plain, Optional.empty()), kept);
        assertThatThrownBy(() -> desk.hand(issue, List.of(issue), Destination.GIT, false))
                .hasMessageEndingWith(
                        "is no git work tree: make one there with `git init` or `git clone`.");
    }

    @Test
    void withoutGitThatIsTold() {
        var git = new Git("no-such-git-anywhere", folder);
        assertThatThrownBy(() -> git.branch(Optional.empty()))
                .isInstanceOfSatisfying(
                        GleanerException.class,
                        e -> assertThat(e.kind()).isEqualTo(GleanerException.Kind.UNAVAILABLE))
                .hasMessageStartingWith("There is no git on this machine");
    }

    @Test
    void aRehearsalWritesNothing() throws IOException {
        var issue = Editions.issue(7, "It's");
        var shown =
                Editions.desk(settings(folder, Optional.empty()), kept)
                        .rehearse(issue, List.of(issue), Destination.GIT);
        assertThat(names()).isEmpty();
        assertThat(shown)
                .startsWith(folder.resolve("issue-7.md") + ": new\n")
                .endsWith(
                        "git commit --only --message='Issue 7: a week' -- issue-7.md issue-7.html issue-7.txt issue-7.json feed.xml atom.xml feed.json");
    }

    @Test
    void whatIsNotSetIsTold() {
        var desk = Editions.desk(PublishingSettings.standard(), kept);
        var issue = Editions.issue(7, "Words");
        assertThatThrownBy(() -> desk.hand(issue, List.of(issue), Destination.FILE, false))
                .hasMessage(
                        "publishing.file.folder is not set in config/gleaner.yaml; docs/publishing.md says what goes there.");
        assertThatThrownBy(() -> desk.hand(issue, List.of(issue), Destination.GHOST, false))
                .hasMessageStartingWith("publishing.ghost.url is not set");
        assertThat(kept.notes).isEmpty();
    }

    @Test
    void twoAtTheSameTimeAreOneAfterTheOther() {
        kept.claim("lease:file", java.time.Duration.ofMinutes(1));
        assertThatThrownBy(() -> hand(Editions.issue(7, "Words"), Destination.FILE, false))
                .hasMessage(
                        "It is being handed over there just now by somebody else; look again in a minute.");
    }
}
