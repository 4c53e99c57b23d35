package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply;
import gleaner.news.Curation;
import gleaner.news.IssueField;
import gleaner.news.LinkId;
import gleaner.news.Tag;
import gleaner.store.Index;
import gleaner.store.RedisForTests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// If this fails, an editor's slip cannot be taken back, or nobody can tell who did it.
class UndoStoryTest {

    private static final String A = "https://one.example/a";
    private static final String B = "https://two.example/b";
    private static final String C = "https://three.example/c";
    private static final String D = "https://four.example/d";

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir Path folder;

    private EditorsDesk desk;

    @BeforeEach
    void open() {
        desk = new EditorsDesk(redis, folder);
        prepare();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// All that people decided, but not when, and all that is made of it.
    private record State(
            Map<LinkId, Curation> curations,
            Set<LinkId> candidates,
            Map<IssueField, String> issue,
            Map<Tag, Tag> tags,
            List<String> drafts) {}

    private State state() {
        var repository = desk.repository();
        var ids = repository.newest(new Index.All(), 0, 1_000);
        var curations = new TreeMap<String, Curation>();
        repository
                .links(ids)
                .forEach(link ->
                        curations.put(link.id().value(), link.curation().withAt(Optional.empty())));
        var byId = new LinkedHashMap<LinkId, Curation>();
        curations.forEach((id, curation) -> byId.put(new LinkId(id), curation));
        var drafts = new ArrayList<String>();
        for (var form : List.of("markdown", "html", "text", "json")) {
            drafts.add(eve("digest as " + form));
        }
        return new State(
                byId,
                Set.copyOf(repository.candidates(ids)),
                repository.issueWords().values(),
                repository.aliases(),
                drafts);
    }

    private String eve(String words) {
        return desk.eve(words);
    }

    private String zoe(String words) {
        return desk.zoe(words);
    }

    private Reply say(String person, String words) {
        return desk.say(person, words);
    }

    private String id(String url) {
        return desk.id(url);
    }

    private void prepare() {
        eve("add " + A + " How one did it #releases");
        eve("add " + B + " How two did it #releases");
        eve("add " + C + " Three years of it #k8s");
        eve("add " + D + " Four more years of it #k8s");
        eve("blurb " + B + " The *editor's* words.");
        eve("intro It was a long week.");
        eve("new section \"Own things\" with " + C);
        eve("interview Ben: Why hats?\nAda: Software is all hats.\nBen: All?\nAda: All.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add https://five.example/e Something new #k8s",
                "tag A #late #news",
                "untag C #k8s",
                "withdraw A",
                "pick A in security",
                "pick A B",
                "skip B",
                "hold A B",
                "lead A",
                "restore C",
                "section A security",
                "section C clear",
                "move B before A",
                "move B to top",
                "move B to security",
                "blurb A New words with `code` and “quotes” ((and a note)).",
                "blurb B clear",
                "note A ask Ada",
                "byline A Ada Lovelace/Engine",
                "link B editor's",
                "picture A https://one.example/p.png \"A gate\"",
                "title Much *ado*",
                "intro + And more of it.",
                "intro clear",
                "closing Thanks to Ada.",
                "heading releases \"All the new\"",
                "heading own-things \"Other things\"",
                "heading own-things clear",
                "new section \"Post-invent\" with A B",
                "weave [One](A) says hello, [two](B) goodbye ((both true)).",
                "weave again in security [One](A) and [three](C).",
                "merge A B",
                "tags rename #k8s #kubernetes",
                "tags merge #k8s #releases into #all",
                "interview title A chat",
                "interview intro Ada keeps hats.",
                "interview cut 3",
                "interview keep 1-2",
                "interview move 3-4 before 1",
                "interview turn 2 \"Other words.\"",
                "interview rename Ada to Zoe",
                "interview swap",
                "interview + Ben: More?\nAda: No.",
                "interview remove",
            })
    void whatEditorsDoIsInTheHistoryAndIsTakenBackToTheByte(String command) {
        var words =
                command.replaceAll("\\bA\\b(?! chat| gate|:)", id(A))
                        .replaceAll("\\bB\\b", id(B))
                        .replaceAll("\\bC\\b", id(C));
        var before = state();
        eve(words);
        var act = last();
        var done = state();
        assertThat(act.person()).isEqualTo("Eve");
        assertThat(act.time()).startsWith("2026-11-22T10:0");
        assertThat(act.words()).startsWith(words.substring(0, 8));
        var isWithoutDetails = command.startsWith("add ");
        assertThat(act.changes()).as(eve("history " + act.id())).isEqualTo(!isWithoutDetails);

        // Something else is done, so that it is not the last act any more.
        zoe("note " + id(D) + " Zoe was here");
        var meanwhile = state();
        var undone = zoe("undo " + act.id());
        assertThat(undone).startsWith("Took back ").doesNotContain("left as it is");
        assertThat(say("Eve", "undo " + act.id()).markdown())
                .contains("`%s` has been taken back already.".formatted(act.id()));

        // The undo is an act too: taken back, the first is done again.
        eve("undo " + last().id());
        assertThat(withoutNew(state(), before, false))
                .isEqualTo(withoutNew(meanwhile, before, false));
        eve("undo " + act.id());
        zoe("undo");
        assertThat(withoutNew(state(), before, true)).isEqualTo(before);
        assertThat(done.drafts()).hasSize(4);
    }

    /// A link that was new stays known, though nothing of it stands.
    private static State withoutNew(State state, State before, boolean drop) {
        if (!drop) {
            return state;
        }
        var curations = new LinkedHashMap<>(state.curations());
        curations.keySet().retainAll(before.curations().keySet());
        var candidates = new TreeSet<>(Comparator.comparing(LinkId::value));
        candidates.addAll(state.candidates());
        candidates.retainAll(before.candidates());
        return new State(
                curations, Set.copyOf(candidates), state.issue(), state.tags(), state.drafts());
    }

    private record Told(String id, String person, String time, String words, boolean changes) {}

    private Told last() {
        var act = desk.json("history 1").at("/acts/0");
        return new Told(
                act.path("id").asString(),
                act.path("person").asString(),
                act.path("time").asString(),
                act.path("words").asString(),
                act.path("changes").size() > 0);
    }

    @Test
    void theHistoryOfALinkSaysWhatWasBeforeAndAfter() {
        var a = id(A);
        eve("blurb " + a + " First *words*.");
        zoe("blurb " + a + " Second words.");
        zoe("pick " + a);
        eve("skip " + id(B));
        assertThat(eve("history " + a))
                .isEqualTo(
                        """
                        - `a11` Zoe, Sun 22 Nov: `pick %1$s`
                          - state of `%1$s`: “new” → “picked”
                        - `a10` Zoe, Sun 22 Nov: `blurb %1$s Second words.`
                          - blurb of `%1$s`: “First \\*words\\*.” → “Second words.”
                        - `a9` Eve, Sun 22 Nov: `blurb %1$s First *words*.`
                          - blurb of `%1$s`: nothing → “First \\*words\\*.”
                        - `a1` Eve, Sun 22 Nov: `add https://one.example/a How one did it #releases`\
                        """
                                .formatted(a));
        assertThat(eve("history a10"))
                .contains("blurb of `%s`: “First \\*words\\*.” → “Second words.”".formatted(a));
        assertThat(say("Eve", "history a99").markdown()).contains("There is no act `a99`");
    }

    @Test
    void whatWasChangedSinceStays() {
        var a = id(A);
        eve("blurb " + a + " First words.");
        eve("blurb " + a + " Second words.");
        assertThat(eve("undo a9"))
                .contains("left as it is, as it has been changed since: the blurb of `" + a);
        assertThat(eve("digest")).contains("[Second words]");
    }

    @Test
    void whatWasPublishedIsTakenBackByItsOwnCommand() {
        eve("publish");
        assertThat(say("Eve", "undo a9").markdown())
                .contains("`a9` was to publish issue 1; `unpublish 1` takes that back.");
        eve("unpublish 1 confirm");
        assertThat(say("Eve", "undo a10").markdown())
                .contains("`a10` was to take issue 1 back; `publish 1` publishes it again.");
    }

    @Test
    void aSplitIsTakenBackToo() {
        eve("merge " + id(A) + " " + id(B));
        var before = state();
        eve("split " + A);
        eve("note " + id(C) + " between");
        assertThat(eve("undo a10")).startsWith("Took back `split");
        eve("undo a11");
        assertThat(state()).isEqualTo(before);
        assertThat(eve("history " + A)).contains("`a9`", "`a10`", "`a12`");
    }
}
