package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// If this fails, Slack refuses an answer, or a stranger's words do something in it.
class BlockRepliesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Sections SECTIONS = sections(3);

    private static Sections sections(int count) {
        var all =
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new Section(
                                        new SectionName("s" + i),
                                        "Section <!here> " + i + " " + "x".repeat(100),
                                        List.of()))
                        .toList();
        return new Sections(all, new SectionName("s0"), new SectionName("s1"));
    }

    private static Reply list(int items, String words, String list) {
        var json = JsonNodeFactory.instance.objectNode();
        var links = json.putArray("links");
        for (int i = 0; i < items; i++) {
            links.addObject()
                    .put("id", "k%03d".formatted(i))
                    .put("state", "new")
                    .put("section", "s1");
        }
        json.put("total", 99).put("page", 2).put("pages", 5).put("list", list);
        var markdown =
                IntStream.range(0, items)
                        .mapToObj(i -> "- `k%03d` ".formatted(i) + words)
                        .collect(Collectors.joining("\n"));
        return new Reply(Reply.Kind.SHOWN, "99 links\n\n" + markdown, json.toString());
    }

    static Stream<Reply> hostile() {
        return Stream.of(
                        "<!channel> <@U1> <#C1> & *bold*",
                        "[a](https://a.example/" + "x".repeat(1_990) + ")",
                        "word ".repeat(500),
                        "&".repeat(2_000),
                        "[<!channel>](https://a.example/?a=1&b=|x) <!here|x>",
                        "😀".repeat(2_000),
                        "```` ``` <!channel> ````",
                        "a")
                .flatMap(words ->
                        Stream.of(
                                list(20, words, "list"),
                                list(1, words, "list " + "x".repeat(190)),
                                new Reply(Reply.Kind.SHOWN, words.repeat(30), "{}"),
                                new Reply(
                                        Reply.Kind.SHOWN,
                                        words,
                                        "{\"link\":{\"id\":\"k3f9\",\"state\":\"held\",\"section\":\"none\"}}")));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void everyAnswerKeepsSlacksLimitsAndMentionsNobody(Reply reply) {
        for (var count : List.of(2, 150)) {
            for (var said :
                    new BlockReplies(sections(count))
                            .of(reply, new Showing(true, "Done &lt;so&gt; ".repeat(100)))) {
                assertThat(BlockRules.message(JSON.readTree(said.blocks().orElseThrow())))
                        .isEmpty();
                assertThat(said.text())
                        .doesNotContain("<!")
                        .doesNotContain("<@")
                        .doesNotContain("<#");
                assertThat(said.text().length()).isBetween(1, 4_000);
            }
        }
    }

    @Test
    void aPageOfAListHasARowForEachLinkAndButtonsForTheOtherPages() {
        var said =
                new BlockReplies(SECTIONS)
                        .of(
                                list(1, "[A](https://a.example)", "list #go"),
                                new Showing(true, "Picked."));
        assertThat(said)
                .singleElement()
                .satisfies(one -> {
                    var blocks = JSON.readTree(one.blocks().orElseThrow());
                    assertThat(blocks)
                            .extracting(block -> block.path("type").asString())
                            .containsExactly(
                                    "context", "section", "section", "actions", "context",
                                    "actions");
                    assertThat(blocks.path(2).path("text").path("text").asString())
                            .isEqualTo("`k000` <https://a.example|A>");
                    assertThat(blocks.path(3).path("block_id").asString())
                            .isEqualTo("k000|list #go page 2");
                    assertThat(blocks.path(3).path("elements"))
                            .extracting(each -> each.path("action_id").asString())
                            .containsExactly(
                                    "do:pick", "do:skip", "do:hold", "do:lead", "do:section");
                    assertThat(blocks.path(5).path("elements"))
                            .extracting(each -> each.path("value").asString())
                            .containsExactly("list #go page 1", "list #go page 3");
                });
    }

    @Test
    void whoIsNoEditorSeesNoButtonsThatOnlyAnEditorMayPress() {
        var said = new BlockReplies(SECTIONS).of(list(2, "a", "list"), Showing.PLAIN);
        assertThat(said.getFirst().blocks().orElseThrow())
                .doesNotContain("do:")
                .contains("run:next");
    }
}
