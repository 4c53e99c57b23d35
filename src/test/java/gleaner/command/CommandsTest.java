package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.BEN;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply.Kind;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.SectionName;
import gleaner.news.State;
import gleaner.news.Visibility;
import gleaner.store.RedisForTests;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
    void draftsComeInEveryForm() {
        assertThat(room.says(BEN, "digest")).isEqualTo("markdown: open all");
        assertThat(room.says(EVE, "digest last week picked"))
                .isEqualTo("markdown: 9–15 November 2026 picked editor");
        assertThat(room.reply(BEN, "digest as html"))
                .isEqualTo(new Reply(Kind.DOCUMENT, "html: open all", "json: open all"));
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
