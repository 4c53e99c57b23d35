package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.BEN;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.IssueField;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.store.RedisForTests;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, an editor's words for the issue are lost or stand in the wrong one.
class IssueWritingTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(redis.store());
    }

    private Optional<String> written(IssueField field) {
        return room.repository.issueWords().of(field);
    }

    private Sections sections() {
        return room.repository.issueWords().in(Fixtures.SECTIONS);
    }

    @Test
    void theTitleIsWrittenClearedAndUndone() {
        assertThat(room.says(EVE, "title Much *ado*\nabout nodes"))
                .isEqualTo("Wrote the title of issue 1.");
        assertThat(written(IssueField.TITLE)).contains("Much *ado* about nodes");
        assertThat(room.says(EVE, "title Much *ado* about nodes"))
                .isEqualTo("The title of issue 1 is as it was.");
        assertThat(room.reply(EVE, "title clear").json())
                .isEqualTo(
                        """
                        {"done":"title","links":[],"message":"Cleared the title of issue 1."}\
                        """);
        assertThat(written(IssueField.TITLE)).isEmpty();
        assertThat(room.says(EVE, "undo")).isEqualTo("Took back `title clear`.");
        assertThat(written(IssueField.TITLE)).contains("Much *ado* about nodes");
        assertThat(room.says(BEN, "history 2"))
                .isEqualTo(
                        "- `a3` Eve, Sun 22 Nov: `undo a2`\n- `a2` Eve, Sun 22 Nov: `title clear` (taken back)");
        assertThat(room.says(EVE, "title " + "x".repeat(301)))
                .startsWith("A title or a heading has 1 to 300 characters; this one has 301.");
        assertThat(room.says(EVE, "title")).startsWith("`title` needs words; `clear` removes");
    }

    @Test
    void theIntroGrowsByParagraphs() {
        room.says(EVE, "intro One.\n\nTwo.");
        room.says(EVE, "intro + Three.");
        assertThat(written(IssueField.INTRO)).contains("One.\n\nTwo.\n\nThree.");
        room.says(EVE, "undo");
        assertThat(written(IssueField.INTRO)).contains("One.\n\nTwo.");
        room.says(EVE, "closing + Thanks.");
        assertThat(written(IssueField.CLOSING)).contains("Thanks.");
        for (int i = 0; i < 3; i++) {
            room.says(EVE, "intro + " + "x".repeat(7_000));
        }
        assertThat(written(IssueField.INTRO).orElseThrow()).hasSizeLessThan(20_001);
    }

    @Test
    void whatSomebodyElseWroteSinceIsNotUndone() {
        room.says(EVE, "title Mine");
        var other = room.asker(BEN, gleaner.news.Visibility.PUBLIC);
        room.reply(
                "title Ours",
                new Asker(
                        other.command(),
                        BEN,
                        gleaner.news.Role.EDITOR,
                        other.channel(),
                        other.visibility(),
                        other.time(),
                        Optional.empty()));
        assertThat(room.says(EVE, "undo"))
                .isEqualTo(
                        "Nothing is left to take back of `title Mine`; left as it is, as it has been changed since: the title of issue 1.");
        assertThat(written(IssueField.TITLE)).contains("Ours");
    }

    @Test
    void aHeadingIsForThisIssueOnly() {
        assertThat(room.says(EVE, "heading releases \"New and shiny\""))
                .isEqualTo("releases is headed “New and shiny” in issue 1.");
        assertThat(sections().find("New and shiny").map(Section::name))
                .contains(new SectionName("releases"));
        var a = room.shares(ADA, 1, "https://one.example/a");
        assertThat(room.says(EVE, "pick %s in New and shiny".formatted(a)))
                .endsWith(" in New and shiny.");
        room.says(EVE, "publish");
        assertThat(sections()).isEqualTo(Fixtures.SECTIONS);
        room.says(EVE, "unpublish 1 confirm");
        assertThat(sections().find("New and shiny")).isPresent();
        assertThat(room.says(EVE, "heading releases clear"))
                .isEqualTo("releases is headed as in every issue.");
        assertThat(sections()).isEqualTo(Fixtures.SECTIONS);
    }

    @Test
    void aSectionOfThisIssueTakesItsLinksAndIsKnownToEveryCommand() {
        var a = room.shares(ADA, 1, "https://one.example/a");
        var b = room.shares(ADA, 2, "https://one.example/b");
        room.says(EVE, "hold " + b);
        assertThat(room.says(EVE, "new section \"Post-invent\" with %s %s".formatted(b, a)))
                .isEqualTo(
                        "Made the section “Post-invent” of issue 1 with `%s`, `%s`."
                                .formatted(b, a));
        assertThat(sections().inOrder().stream().map(section -> section.name().value()))
                .containsExactly("lead", "post-invent", "releases", "security", "news-in-brief");
        assertThat(room.says(BEN, "list in post-invent")).startsWith("2 links\n");
        assertThat(Standing.of(room.link(b))).isEqualTo(Standing.PICKED);
        assertThat(room.says(EVE, "new section Post invent"))
                .isEqualTo(
                        "There is a section post-invent already; `section LINK post-invent` puts links there.");
        room.says(EVE, "new section Later");
        assertThat(room.says(EVE, "section %s Later".formatted(a))).endsWith(" into Later.");
        room.says(EVE, "heading post-invent \"After re:Invent\"");
        assertThat(sections().named(new SectionName("post-invent")).orElseThrow().heading())
                .isEqualTo("After re:Invent");
        assertThat(room.says(EVE, "heading post-invent clear"))
                .isEqualTo(
                        "Took the section post-invent away; its links stand where their tags lead.");
        assertThat(sections().of(room.link(b))).isEqualTo(new SectionName("news-in-brief"));
        room.says(EVE, "undo");
        assertThat(sections().of(room.link(b))).isEqualTo(new SectionName("post-invent"));
    }

    @Test
    void makingASectionIsUndoneWithItsLinks() {
        var a = room.shares(ADA, 1, "https://one.example/a");
        room.says(EVE, "new section Own with " + a);
        room.says(EVE, "undo");
        assertThat(sections()).isEqualTo(Fixtures.SECTIONS);
        assertThat(room.link(a).curation().section()).isEmpty();
        assertThat(Standing.of(room.link(a))).isEqualTo(Standing.NEW);
    }

    @Test
    void checkSaysWhatIsNotReady() {
        assertThat(room.says(EVE, "check"))
                .isEqualTo("Issue 1 is not ready:\n\n- There is no intro: write `intro …`.");
        assertThat(room.reply(EVE, "check").json())
                .isEqualTo(
                        """
                        {"issue":1,"ready":false,"notes":[{"kind":"no-intro","ids":[],"markdown":"There is no intro: write `intro …`."}]}\
                        """);
    }
}
