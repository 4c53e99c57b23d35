package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.BEN;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gleaner.news.Health;
import gleaner.news.Page;
import gleaner.news.Visibility;
import gleaner.store.RedisForTests;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// If these fail, people do not find what was shared, or are told something else of it.
class ListingTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(redis.store());
    }

    @ParameterizedTest
    @MethodSource
    void showTellsHowThePageWasFound(Health.Found found, String told, String json) {
        var id = room.shares(ADA, 1, "https://one.example/a");
        room.repository.page(id, Page.UNREAD, Newsroom.NOW.minusSeconds(86_400));
        room.finds(id, found);
        var reply = room.reply(BEN, "show " + id);
        assertThat(reply.markdown()).endsWith("\n- Looked at: " + told);
        assertThat(reply.json())
                .contains("\"health\":{%s,\"at\":\"2026-11-22T10:00:00Z\"}".formatted(json));
    }

    static List<Arguments> showTellsHowThePageWasFound() {
        return List.of(
                arguments(
                        new Health.Found.Fine(),
                        "there on Sun 22 Nov.",
                        "\"found\":\"fine\",\"dead\":false"),
                arguments(
                        new Health.Found.Gone("It_is 100% gone.", true),
                        "dead on Sun 22 Nov: It\\_is 100% gone.",
                        "\"found\":\"gone\",\"why\":\"It_is 100% gone.\",\"dead\":true"),
                arguments(
                        new Health.Found.Gone("It is gone.", false),
                        "seems to be dead on Sun 22 Nov: It is gone.",
                        "\"found\":\"gone\",\"why\":\"It is gone.\",\"dead\":false"),
                arguments(
                        new Health.Found.Moved("https://two.example/b"),
                        "led on Sun 22 Nov to https://two.example/b.",
                        "\"found\":\"moved\",\"to\":\"https://two.example/b\",\"dead\":false"),
                arguments(
                        new Health.Found.Replaced("Buy <b>"),
                        "was called on Sun 22 Nov “Buy \\<b\\>”.",
                        "\"found\":\"replaced\",\"title\":\"Buy <b>\",\"dead\":false"),
                arguments(
                        new Health.Found.Silent("It hangs."),
                        "could not be looked at on Sun 22 Nov: It hangs.",
                        "\"found\":\"silent\",\"why\":\"It hangs.\",\"dead\":false"));
    }

    @Test
    void aLineOfTheListTellsWhatMatters() {
        var id = room.shares(ADA, 5, "[A *bad* idea](https://one.example/a) #k8s #security");
        room.says(EVE, "pick " + id);
        assertThat(room.says(BEN, "list"))
                .isEqualTo(
                        """
                        1 link

                        - `%s` [A bad idea](https://one.example/a) — #k8s #security · Ada in #general, Tue 17 Nov · picked\
                        """
                                .formatted(id));
    }

    @Test
    void listsAreFilteredAndPaged() {
        for (int i = 0; i < 45; i++) {
            room.shares(
                    i % 3 == 0 ? ADA : BEN,
                    i % 20,
                    "https://one.example/%d #t%d".formatted(i, i % 2));
        }
        assertThat(room.total("list")).isEqualTo(45);
        assertThat(room.total("list by ada")).isEqualTo(15);
        assertThat(room.total("list #t0 by me")).isEqualTo(8);
        assertThat(room.total("list in general")).isEqualTo(45);
        assertThat(room.total("list in news in brief")).isEqualTo(45);
        assertThat(room.total("list in nowhere")).isZero();
        assertThat(room.total("list today")).isEqualTo(3);
        assertThat(room.total("list last 10 days by ben")).isEqualTo(17);
        assertThat(room.total("list about example/44")).isEqualTo(1);
        assertThat(room.total("list picked")).isZero();
        assertThat(room.total("list new")).isEqualTo(45);
        assertThat(room.says(ADA, "list #t1")).endsWith("\n\nPage 1 of 2: `list #t1 page 2`");
        assertThat(room.says(ADA, "more")).startsWith("22 links\n").endsWith("\n\nPage 2 of 2.");
        assertThat(room.says(ADA, "more"))
                .isEqualTo("There are only 2 pages of that; `list #t1 page 2` is the last.");
        assertThat(room.says(BEN, "more"))
                .isEqualTo(
                        "What you listed last is not known here; say for example `list page 2`.");
        assertThat(room.says(ADA, "list in nowhere"))
                .isEqualTo(
                        "No links. No section is called 'nowhere'; the sections are lead, releases, security,"
                                + " news-in-brief.");
    }

    @Test
    void theJsonOfAListHasTheDocumentedNames() {
        var id = room.shares(ADA, 5, "[A bad idea](https://one.example/a) it is #k8s");
        room.says(EVE, "blurb %s Nobody wants a bad idea".formatted(id));
        room.says(EVE, "note %s ask".formatted(id));
        room.says(EVE, "byline %s Ada/Engine".formatted(id));
        assertThat(room.reply(EVE, "list").json())
                .isEqualTo(
                        """
                        {"links":[{"id":"%s","url":"https://one.example/a","title":null,"words":"A bad idea","tags":["k8s"],\
                        "state":"new","section":"news-in-brief","shares":[{"person":"Ada","channel":"general",\
                        "time":"2026-11-17T10:00:01Z","sentence":"[A bad idea](https://one.example/a) it is #k8s"}],"votes":0,\
                        "blurb":"Nobody wants a bad idea","note":"ask","byline":"Ada/Engine",\
                        "first_shared":"2026-11-17T10:00:01Z","last_shared":"2026-11-17T10:00:01Z","ran":null}],\
                        "total":1,"page":1,"pages":1,"list":"list"}\
                        """
                                .formatted(id));
        assertThat(room.reply(BEN, "list").json()).contains("\"note\":null");
    }

    @Test
    void whatWasSharedInPrivateIsNotTold() {
        var a =
                room.shares(
                        ADA,
                        1,
                        "[Secret plan](https://one.example/a) by me #hush",
                        Visibility.PRIVATE);
        var b =
                room.shares(
                        ADA, 1, "[Half open](https://one.example/b) #quiet", Visibility.PRIVATE);
        room.shares(BEN, 1, "[Open](https://one.example/b) #loud");
        room.says(ADA, "add https://one.example/c");
        for (var words :
                List.of(
                        "list",
                        "list by ada",
                        "tags",
                        "stats",
                        "history",
                        "list #hush",
                        "show " + b)) {
            for (var person : List.of(BEN, EVE, ADA)) {
                var reply = room.reply(person, words);
                assertThat(reply.markdown() + reply.json())
                        .as("%s: %s", person, words)
                        .doesNotContain("Secret", "hush", "Half", "quiet");
            }
            assertThat(room.whispers(BEN, words))
                    .as(words)
                    .doesNotContain("Secret", "hush", "Half", "quiet");
        }
        assertThat(room.says(BEN, "show " + a)).startsWith("No link `%s`".formatted(a));
        assertThat(room.whispers(BEN, "tags")).isEqualTo("#loud 1");
        assertThat(room.says(EVE, "list private")).contains("is not something to list by");
        assertThat(room.says(EVE, "list"))
                .contains(
                        "- `%s` [https://one.example/a](https://one.example/a) — private"
                                .formatted(a));
        assertThat(room.says(BEN, "list")).doesNotContain("one.example/a");
        assertThat(room.whispers(ADA, "list")).contains("[Secret plan]", "#hush");
        assertThat(room.whispers(EVE, "list")).contains("[Secret plan]", "Ada in #general");
        assertThat(room.says(ADA, "tag %s #more".formatted(a)))
                .isEqualTo("Tagged `%s` #more.".formatted(a));
        assertThat(room.says(BEN, "history")).doesNotContain(a.value());
        assertThat(room.says(BEN, "add https://one.example/a"))
                .isEqualTo("`%s` was shared before".formatted(a));
    }

    @Test
    void everythingOfALinkIsShown() {
        var a = room.shares(ADA, 5, "[A bad idea](https://one.example/a) it is #k8s");
        room.says(EVE, "note %s ask Ada".formatted(a));
        assertThat(room.says(EVE, "show " + a))
                .isEqualTo(
                        """
                        `%s` [A bad idea](https://one.example/a) — #k8s · Ada in #general, Tue 17 Nov
                        - Section: news-in-brief
                        - Note: ask Ada
                        - Shared by Ada in #general, Tue 17 Nov: A bad idea it is #k8s\
                        """
                                .formatted(a));
        assertThat(room.says(BEN, "show " + a)).doesNotContain("Note");
        assertThat(room.says(BEN, "history"))
                .isEqualTo("- `a1` Eve, Sun 22 Nov: `note %s`".formatted(a));
        assertThat(room.says(EVE, "history"))
                .isEqualTo("- `a1` Eve, Sun 22 Nov: `note %s ask Ada`".formatted(a));
    }

    @Test
    void statisticsCountTheirPeriod() {
        room.shares(ADA, 1, "https://one.example/a #k8s");
        room.shares(BEN, 2, "https://one.example/a #k8s");
        room.shares(ADA, 10, "https://one.example/b");
        assertThat(room.says(BEN, "stats this week"))
                .isEqualTo(
                        """
                        **16–22 November 2026**: 1 link, 2 shares by 2 people, 0 votes.
                        - Tags: #k8s 1
                        - Sharers: Ada 1 · Ben 1
                        - States: 1 new\
                        """);
        assertThat(room.says(BEN, "stats"))
                .startsWith("**All time**: 2 links, 3 shares by 2 people, 0 votes.");
    }
}
