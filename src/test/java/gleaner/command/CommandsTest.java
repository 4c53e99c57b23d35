package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.BEN;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gleaner.command.Reply.Kind;
import gleaner.news.Health;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.Page;
import gleaner.news.SectionName;
import gleaner.news.State;
import gleaner.news.Tag;
import gleaner.news.Visibility;
import gleaner.store.RedisForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// If these fail, editors and contributors cannot do what the help says, or see what they must not.
class CommandsTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(redis.store());
    }

    private static LinkId id(String url) {
        return LinkId.candidates(new LinkKey(url)).getFirst();
    }

    @Test
    void aLinkIsKeptAndKnownAgain() {
        var reply = room.reply(ADA, "add https://one.example/a How they *did* it #k8s");
        var id = id("one.example/a");
        assertThat(reply.kind()).isEqualTo(Kind.DONE);
        assertThat(reply.markdown())
                .isEqualTo(
                        "Kept `%s` [https://one.example/a](https://one.example/a) #k8s"
                                .formatted(id));
        assertThat(reply.json())
                .isEqualTo(
                        """
                        {"kept":[{"id":"%s","url":"https://one.example/a","new":true,"first_shared":null,"ran":null}]}\
                        """
                                .formatted(id));
        assertThat(room.says(BEN, "add https://www.one.example/a?utm_source=x"))
                .isEqualTo("`%s` was first shared by Ada in #general on Sun 22 Nov".formatted(id));
        assertThat(room.link(id).shares()).hasSize(2);
    }

    @Test
    void aPageThatCouldNotBeReadIsShownAndReadAgainForWhoeverAsks() {
        var id = room.shares(ADA, 1, "https://one.example/a");
        room.unread.put(id, "given up: it did not answer.");
        assertThat(room.says(BEN, "show " + id)).endsWith("\n- Page: given up: it did not answer.");
        var reply = room.reply(BEN, "refresh " + id);
        assertThat(reply.markdown())
                .isEqualTo("The page of `%s` will be read again.".formatted(id));
        assertThat(reply.json())
                .isEqualTo(
                        """
                        {"done":"refresh","links":["%s"],"message":"The page of `%s` will be read again."}\
                        """
                                .formatted(id, id));
        assertThat(room.unread).isEmpty();
        assertThat(room.says(BEN, "show " + id)).doesNotContain("Page:");
        assertThat(room.reply(BEN, "refresh zzzz").kind()).isEqualTo(Kind.REFUSED);
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
    void aShareCanNameItsSectionAndBeUndone() {
        room.says(ADA, "add https://one.example/a A release in News in brief");
        var id = id("one.example/a");
        assertThat(Fixtures.SECTIONS.of(room.link(id))).isEqualTo(new SectionName("news-in-brief"));
        assertThat(room.says(ADA, "undo"))
                .isEqualTo("Took back `add https://one.example/a A release in News in brief`.");
        assertThat(room.link(id).isWithdrawn()).isTrue();
        assertThat(room.says(ADA, "undo")).isEqualTo("There is nothing of yours to undo.");
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
        assertThat(total("list")).isEqualTo(45);
        assertThat(total("list by ada")).isEqualTo(15);
        assertThat(total("list #t0 by me")).isEqualTo(8);
        assertThat(total("list in general")).isEqualTo(45);
        assertThat(total("list in news in brief")).isEqualTo(45);
        assertThat(total("list in nowhere")).isZero();
        assertThat(total("list today")).isEqualTo(3);
        assertThat(total("list last 10 days by ben")).isEqualTo(17);
        assertThat(total("list about example/44")).isEqualTo(1);
        assertThat(total("list picked")).isZero();
        assertThat(total("list new")).isEqualTo(45);
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

    private int total(String words) {
        return Json.read(room.reply(ADA, words).json()).path("total").asInt();
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
    void editorsDecideAndSayItTwiceWithoutHarm() {
        var a = room.shares(ADA, 1, "https://one.example/a");
        var b = room.shares(ADA, 1, "https://one.example/b");
        assertThat(room.says(EVE, "pick %s, %s in releases".formatted(a, b)))
                .isEqualTo("Picked `%s`, `%s` in Releases.".formatted(a, b));
        assertThat(room.says(EVE, "pick " + a))
                .isEqualTo(
                        "`%s` [https://one.example/a](https://one.example/a) is already picked."
                                .formatted(a));
        assertThat(room.link(a).curation().section()).contains(new SectionName("releases"));
        assertThat(room.link(a).curation().at()).isPresent();
        room.says(EVE, "lead " + a);
        assertThat(Fixtures.SECTIONS.of(room.link(a))).isEqualTo(new SectionName("lead"));
        assertThat(room.says(EVE, "skip https://one.example/b"))
                .startsWith("Skipped `%s` [".formatted(b));
        assertThat(room.link(b).curation().state()).isEqualTo(State.SKIPPED);
        room.says(EVE, "restore " + b);
        assertThat(room.link(b).curation().state()).isEqualTo(State.NEW);
    }

    @Test
    void aCommandThatComesTwiceIsDoneOnceAndAnsweredAlike() {
        var a = room.shares(ADA, 1, "https://one.example/a");
        var asker = room.asker(EVE, Visibility.PUBLIC);
        var first = room.reply("pick " + a, asker);
        room.says(EVE, "skip " + a);
        assertThat(room.reply("pick " + a, asker)).isEqualTo(first);
        assertThat(room.link(a).curation().state()).isEqualTo(State.SKIPPED);
        var adder = room.asker(ADA, Visibility.PUBLIC);
        var kept = room.reply("add https://two.example/b", adder);
        assertThat(room.reply("add https://two.example/b", adder)).isEqualTo(kept);
        assertThat(room.link(id("two.example/b")).shares()).hasSize(1);
    }

    @Test
    void theLinkWordsMustStandInTheSentence() {
        var a = room.shares(ADA, 1, "Read [how *not* to do it](https://one.example/a) today");
        assertThat(room.says(EVE, "link %s \"never said\"".formatted(a)))
                .startsWith(
                        "The words 'never said' do not occur in the sentence of `%s`: "
                                .formatted(a));
        room.says(EVE, "blurb %s Ada shows how **not** to".formatted(a));
        assertThat(room.says(EVE, "link %s “how not to”".formatted(a)))
                .startsWith("Wrote the link's words of");
        assertThat(room.link(a).curation().linkWords()).contains("how not to");
        assertThat(room.says(EVE, "blurb %s Something else".formatted(a)))
                .endsWith("; the link's words are not in it and were dropped.");
        assertThat(room.link(a).curation().linkWords()).isEmpty();
        assertThat(room.says(EVE, "link %s how".formatted(a)))
                .isEqualTo(
                        "The words 'how' do not occur in the blurb of `%s`: Something else"
                                .formatted(a));
        room.says(EVE, "blurb %s clear".formatted(a));
        assertThat(room.link(a).curation().blurb()).isEmpty();
    }

    @Test
    void linksMoveWithinAndBetweenSections() {
        var ids = new ArrayList<LinkId>();
        for (int i = 0; i < 5; i++) {
            ids.add(room.shares(ADA, 1, "https://one.example/" + i));
        }
        assertThat(
                        room.says(
                                EVE,
                                "move %s, %s before %s"
                                        .formatted(ids.get(4), ids.get(2), ids.get(1))))
                .isEqualTo(
                        "`%s`, `%s` are now number 2–3 of 5 in News in brief."
                                .formatted(ids.get(4), ids.get(2)));
        assertThat(order())
                .containsExactly(ids.get(0), ids.get(4), ids.get(2), ids.get(1), ids.get(3));
        room.says(EVE, "move %s to top".formatted(ids.get(3)));
        assertThat(order())
                .containsExactly(ids.get(3), ids.get(0), ids.get(4), ids.get(2), ids.get(1));
        room.says(EVE, "move %s to 99".formatted(ids.get(3)));
        room.says(EVE, "move %s to 2".formatted(ids.get(1)));
        assertThat(order())
                .containsExactly(ids.get(0), ids.get(1), ids.get(4), ids.get(2), ids.get(3));
        room.says(EVE, "undo");
        assertThat(order())
                .containsExactly(ids.get(0), ids.get(4), ids.get(2), ids.get(1), ids.get(3));
        room.says(EVE, "section %s releases".formatted(ids.get(0)));
        assertThat(room.says(EVE, "move %s %s to top".formatted(ids.get(0), ids.get(1))))
                .isEqualTo(
                        "`%s` stands in Releases and `%s` in News in brief: move links of one section at a time."
                                .formatted(ids.get(0), ids.get(1)));
        room.says(EVE, "move %s after %s".formatted(ids.get(1), ids.get(0)));
        assertThat(room.order(new SectionName("releases"))).containsExactly(ids.get(0), ids.get(1));
        room.says(EVE, "skip " + ids.get(2));
        assertThat(room.says(EVE, "move %s to top".formatted(ids.get(2))))
                .isEqualTo(
                        "`%s` is not in the draft: it is skipped; `pick %s` takes it."
                                .formatted(ids.get(2), ids.get(2)));
        assertThat(room.says(EVE, "move %s after %s".formatted(ids.get(3), ids.get(3))))
                .isEqualTo("`%s` cannot stand before or after itself.".formatted(ids.get(3)));
    }

    private List<LinkId> order() {
        return room.order(new SectionName("news-in-brief"));
    }

    @Test
    void undoTakesBackFieldByFieldAndNamesWhatStays() {
        var a = room.shares(ADA, 1, "https://one.example/a #one");
        room.says(EVE, "pick %s in releases".formatted(a));
        var other = room.asker(BEN, Visibility.PUBLIC);
        var editor =
                new Asker(
                        other.command(),
                        BEN,
                        gleaner.news.Role.EDITOR,
                        other.channel(),
                        other.visibility(),
                        other.time(),
                        Optional.empty());
        room.reply("section %s security".formatted(a), editor);
        assertThat(room.says(EVE, "undo"))
                .isEqualTo(
                        "Took back `pick %s in releases`; left as it is, as it has been changed since: the section of `%s`."
                                .formatted(a, a));
        assertThat(room.link(a).curation().state()).isEqualTo(State.NEW);
        assertThat(room.link(a).curation().section()).contains(new SectionName("security"));
        room.says(EVE, "tag %s #two #three".formatted(a));
        room.says(ADA, "untag %s #two".formatted(a));
        assertThat(room.says(EVE, "undo"))
                .contains("left as it is", "the tags of `%s`".formatted(a));
        assertThat(room.link(a).tags()).containsExactly(Tag.of("one"));
    }

    @Test
    void contributorsTagAndWithdrawOnlyWhatTheyShared() {
        var a = room.shares(ADA, 1, "https://one.example/a #one");
        assertThat(room.says(BEN, "tag %s #two".formatted(a)))
                .isEqualTo(
                        "You did not share `%s`: only who shared a link, or an editor, can tag it; editors are named"
                                        .formatted(a)
                                + " under 'editors' in config/gleaner.yaml.");
        room.says(ADA, "tag %s #two".formatted(a));
        room.says(ADA, "untag %s #one".formatted(a));
        assertThat(room.link(a).tags()).containsExactly(Tag.of("two"));
        assertThat(room.link(a).curation().at()).isEmpty();
        room.shares(BEN, 0, "https://one.example/a");
        room.says(ADA, "withdraw " + a);
        assertThat(room.link(a).liveShares())
                .extracting(share -> share.person())
                .containsExactly(BEN);
        assertThat(room.says(ADA, "undo")).startsWith("Took back `withdraw");
        assertThat(room.link(a).liveShares()).hasSize(2);
        room.says(EVE, "pick " + a);
        room.says(EVE, "withdraw " + a);
        assertThat(room.link(a).isWithdrawn()).isTrue();
        assertThat(room.says(ADA, "list")).isEqualTo("No links.");
        room.says(EVE, "restore " + a);
        assertThat(room.link(a).liveShares()).hasSize(2);
    }

    @Test
    void tagsAreRenamedMergedAndGivenBack() {
        var a = room.shares(ADA, 1, "https://one.example/a #kubernetes");
        room.shares(ADA, 1, "https://one.example/b #k8s");
        assertThat(room.says(EVE, "tags rename #kubernetes #k8s"))
                .isEqualTo(
                        "#k8s is a tag already; `tags merge #kubernetes into #k8s` makes both one.");
        assertThat(room.says(EVE, "tags merge #kubernetes into #k8s"))
                .isEqualTo("Merged #kubernetes into #k8s.");
        assertThat(room.says(ADA, "tags")).isEqualTo("#k8s 2");
        assertThat(room.reply(ADA, "tags").json())
                .isEqualTo("{\"tags\":[{\"tag\":\"k8s\",\"links\":2}]}");
        assertThat(total("list #kubernetes")).isEqualTo(2);
        room.says(EVE, "tags rename #k8s #kube");
        assertThat(room.says(ADA, "tags")).isEqualTo("#kube 2");
        assertThat(room.link(a).tags()).containsExactly(Tag.of("kube"));
        room.says(EVE, "undo");
        room.says(EVE, "undo");
        assertThat(room.says(ADA, "tags")).isEqualTo("#k8s 1 · #kubernetes 1");
        assertThat(room.says(EVE, "tags rename #never #ever"))
                .isEqualTo("No link is tagged #never; `tags` lists those that there are.");
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
    void strangersWordsStayWords() {
        room.shares(ADA, 1, "[**x** `y` <b>](https://one.example/a)");
        assertThat(room.says(BEN, "list")).doesNotContain("**x**", "<b>");
    }

    @Test
    void unknownLinksAreToldWithTheNearest() {
        var a = room.shares(ADA, 1, "https://one.example/a");
        var value = a.value();
        var slip = value.charAt(1) + value.substring(0, 1) + value.substring(2);
        assertThat(room.says(EVE, "pick " + slip))
                .isEqualTo("No link `%s`; nearest: `%s`.".formatted(slip, a));
        assertThat(room.says(EVE, "pick 2222"))
                .isEqualTo("No link `2222`; `list` shows what there is.");
        assertThat(room.says(EVE, "pick https://no.example/x"))
                .isEqualTo("No link has that URL; `add https://no.example/x` keeps it.");
        var reply = room.reply(EVE, "pick");
        assertThat(reply.kind()).isEqualTo(Kind.MISUNDERSTOOD);
        assertThat(reply.markdown())
                .isEqualTo(
                        "Say which link, for example `pick k3f9`, or answer the message that shared it.");
    }

    @Test
    void anAnswerToAMessageIsAboutItsLinks() {
        var a = room.shares(ADA, 1, "https://one.example/a");
        var asker = room.asker(EVE, Visibility.PUBLIC);
        var message = room.link(a).shares().getFirst().message();
        var answering =
                new Asker(
                        asker.command(),
                        EVE,
                        asker.role(),
                        asker.channel(),
                        asker.visibility(),
                        asker.time(),
                        Optional.of(message));
        assertThat(room.reply("pick this", answering).kind()).isEqualTo(Kind.DONE);
        assertThat(room.link(a).curation().state()).isEqualTo(State.PICKED);
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
                .isEqualTo("- Eve, Sun 22 Nov: `note %s`".formatted(a));
        assertThat(room.says(EVE, "history"))
                .isEqualTo("- Eve, Sun 22 Nov: `note %s ask Ada`".formatted(a));
    }

    @Test
    void draftsComeInEveryForm() {
        assertThat(room.says(BEN, "digest")).isEqualTo("markdown: open all");
        assertThat(room.says(EVE, "digest last week picked"))
                .isEqualTo("markdown: 9–15 November 2026 picked editor");
        assertThat(room.reply(BEN, "digest as html"))
                .isEqualTo(new Reply(Kind.DOCUMENT, "html: open all", "json: open all"));
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

    @Test
    void whatIsMisunderstoodIsAnErrorForScripts() {
        var reply = room.reply(BEN, "pik k3f9");
        assertThat(reply.kind()).isEqualTo(Kind.MISUNDERSTOOD);
        assertThat(reply.json())
                .isEqualTo(
                        """
                        {"error":"There is no command `pik`; did you mean `pick`? For example: `pick k3f9`",\
                        "suggestion":"pick k3f9"}\
                        """);
    }

    @Test
    void twoEditorsAtOnceLoseNothing() throws Exception {
        var a = room.shares(ADA, 1, "https://one.example/a");
        var askers = new ArrayList<Asker>();
        for (int i = 0; i < 4; i++) {
            askers.add(room.asker(EVE, Visibility.PUBLIC));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < askers.size(); i++) {
                var number = i;
                var _ =
                        threads.submit(() ->
                                room.reply("tag %s #t%d".formatted(a, number), askers.get(number)));
            }
        }
        assertThat(room.link(a).tags()).hasSize(4);
    }
}
