package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.publishing.FakeButtondown;
import gleaner.publishing.FakeGhost;
import gleaner.publishing.FakeListmonk;
import gleaner.publishing.FakePublisher;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From the week of the examples to drafts everywhere, by the command line; if it fails, an editor
/// copies and pastes.
class HandoverStoryTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private final FakeButtondown buttondown = new FakeButtondown();
    private final FakeGhost ghost = new FakeGhost(Clock.fixed(Shell.NOW, ZoneOffset.UTC));
    private final FakeListmonk listmonk = new FakeListmonk();
    private final Shell shell =
            new Shell(redis)
                    .with("BUTTONDOWN_API_KEY", FakeButtondown.KEY)
                    .with("GHOST_ADMIN_API_KEY", FakeGhost.KEY)
                    .with("LISTMONK_API_USER", FakeListmonk.USER)
                    .with("LISTMONK_API_TOKEN", FakeListmonk.TOKEN);
    @TempDir Path folder;

    @AfterEach
    void close() {
        List.of(buttondown, ghost, listmonk).forEach(FakePublisher::close);
    }

    private Shell.Result run(String... words) throws IOException {
        var file = folder.resolve("gleaner.yaml");
        Files.writeString(
                file,
                """
                newsroom: {name: The Lamplighter}
                publishing:
                  site-url: https://news.example
                  buttondown: {url: %s/v1}
                  ghost: {url: %s/}
                  listmonk: {url: %s}
                  file: {folder: %s}
                """
                        .formatted(
                                buttondown.url(),
                                ghost.url(),
                                listmonk.url(),
                                folder.resolve("site")));
        var all = new ArrayList<>(List.of("--config", file.toString()));
        all.addAll(List.of(words));
        return shell.run(all.toArray(String[]::new));
    }

    private JsonNode json(String... words) throws IOException {
        var all = new ArrayList<>(List.of(words));
        all.add("--json");
        var result = run(all.toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isZero();
        return new JsonMapper().readTree(result.out());
    }

    @Test
    void oneIssueBecomesADraftEverywhere() throws IOException {
        run("import", "examples/week.jsonl");
        run("add", "https://one.example/", "{{ .Secret }}", "and", "`{% now %}`");

        var rehearsed = run("publish", "--to", "ghost", "--dry-run");
        assertThat(rehearsed.out())
                .startsWith("POST " + ghost.url() + "/ghost/api/admin/posts/?formats=")
                .contains("Authorization: Ghost …\n", "\"status\":\"draft\"")
                .doesNotContain(FakeGhost.SECRET);
        assertThat(ghost.requests()).isEmpty();
        assertThat(json("issues").at("/open").asInt()).isEqualTo(1);

        assertThat(run("publish", "--to", "ghost").out())
                .contains("Published issue 1", "The draft of issue 1 was made in Ghost: ");
        assertThat(json("publish", "1", "to", "buttondown").at("/handed/outcome").asString())
                .isEqualTo("made");
        assertThat(json("publish", "--to=listmonk").at("/handed/outcome").asString())
                .isEqualTo("made");
        assertThat(run("publish", "to", "file").code()).isZero();
        for (var to : List.of("ghost", "buttondown", "listmonk", "file")) {
            assertThat(json("publish", "1", "--to", to).at("/handed/outcome").asString())
                    .as(to)
                    .isEqualTo("unchanged");
        }
        assertThat(json("issues").at("/open").asInt()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("site/issue-1.md")))
                .isEqualTo(run("issue", "1").out());
        assertThat(Files.readString(folder.resolve("site/atom.xml")))
                .isEqualTo(run("feed", "atom").out());
        assertThat(run("feed", "json", "#security").out()).contains("urn:uuid:");
        assertThat(run("history").out()).contains("publish to ghost").doesNotContain("secret");
    }

    @Test
    void anIssueThatIsTakenBackAndPublishedAnewIsTheSameDraft() throws IOException {
        run("import", "examples/week.jsonl");
        run("publish", "--to", "ghost");
        run("unpublish", "1", "confirm");
        run("title", "Another", "title");

        assertThat(json("publish", "--to", "ghost").at("/handed/outcome").asString())
                .isEqualTo("updated");
        assertThat(ghost.requests().stream().filter(request -> request.method().equals("POST")))
                .hasSize(1);
    }

    @Test
    void whatFailsEndsWithItsCodeAndSaysHowToGoOn() throws IOException {
        run("import", "examples/week.jsonl");
        ghost.close();

        var failed = run("publish", "--to", "ghost");

        assertThat(failed.code()).isEqualTo(69);
        assertThat(failed.err())
                .contains("Published issue 1", "Nobody answers at ", "publish 1 to ghost")
                .doesNotContain(FakeGhost.SECRET);
        shell.with("BUTTONDOWN_API_KEY", "wrong-key-of-mine");
        var refused = run("publish", "1", "--to", "buttondown");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("Buttondown does not know the key in BUTTONDOWN_API_KEY")
                .doesNotContain("wrong-key-of-mine");
        assertThat(run("publish", "--to", "myspace").code()).isEqualTo(2);
    }
}
