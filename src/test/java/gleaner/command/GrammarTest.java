package gleaner.command;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Understanding.Understood;
import gleaner.news.LinkId;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// If these fail, the help tells people to say what is not understood.
class GrammarTest {

    private final Grammar grammar = new Grammar(Fixtures.SECTIONS);

    @ParameterizedTest
    @EnumSource(Verb.class)
    void everyExampleIsUnderstoodAsWhatItIsAnExampleOf(Verb verb) {
        assertThat(grammar.examples(verb))
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThat(Fixtures.parser().parse(example))
                                .isInstanceOfSatisfying(
                                        Understood.class,
                                        found ->
                                                assertThat(found.command().verb())
                                                        .isIn(
                                                                verb,
                                                                verb == Verb.MOVE
                                                                        ? Verb.SECTION
                                                                        : verb)));
    }

    @Test
    void noTwoCommandsShareANameAndNoNameIsALinksId() {
        var names = new HashSet<String>();
        for (var verb : Verb.values()) {
            assertThat(names.add(verb.word())).as(verb.word()).isTrue();
            verb.synonyms()
                    .forEach(name -> {
                        assertThat(names.add(name)).as(name).isTrue();
                        assertThat(LinkId.parse(name)).as(name).isEmpty();
                    });
        }
        for (var standing : Standing.values()) {
            assertThat(LinkId.parse(standing.toString())).isEmpty();
        }
    }

    @Test
    void helpTellsEveryCommandUnderWhoMayGiveIt() {
        var help = new Helping(grammar).help(new Command.Help(java.util.Optional.empty()));
        var editors = help.markdown().indexOf("**Editors**");
        for (var verb : Verb.values()) {
            var at = help.markdown().indexOf("- `" + verb.usage() + "` — " + verb.line());
            assertThat(at).as(verb.word()).isPositive();
            assertThat(at > editors).as(verb.word()).isEqualTo(verb.right() == Right.EDITOR);
        }
        assertThat(Json.read(help.json()).path("commands").size()).isEqualTo(Verb.values().length);
    }

    @Test
    void helpForOneCommandSaysItAll() {
        assertThat(
                        new Helping(grammar)
                                .help(new Command.Help(java.util.Optional.of(Verb.DIGEST)))
                                .markdown())
                .isEqualTo(
                        """
                        `digest [PERIOD] [as markdown|html|text|json] [picked|all]`

                        Draft the newsletter. Without a period it is the open issue: whatever has not run. `picked` leaves out what no editor took. An editor may change the text and give it back: in a shell by `digest --edit` or `take-back FILE`, in Slack by posting the draft's file again.

                        Who: Everybody.

                        Or: `draft`, `newsletter`.

                        - `digest`
                        - `digest last week`
                        - `digest picked as html`\
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pi               | pick, picture
                    t                | tag, tags, tags merge, tags rename, title
                    list pi          | list picked
                    section k3f9 new | section k3f9 news-in-brief
                    help dig         | help digest
                    digest as h      | digest as html
                    zz               |
                    """)
    void completesWhatIsBegun(String begun, String completed) {
        assertThat(String.join(", ", grammar.completions(begun)))
                .isEqualTo(completed == null ? "" : completed);
    }

    @ParameterizedTest
    @CsvSource({
        "pik,PICK",
        "takee,PICK",
        "lst,LIST",
        "hlep,HELP",
        "degist,DIGEST",
        "withdrawn,WITHDRAW",
        "tgas,TAGS"
    })
    void slipsLeadToTheNearestCommand(String word, Verb verb) {
        assertThat(Grammar.nearest(word)).contains(verb);
    }

    @Test
    void whatIsFarFromEverythingLeadsNowhere() {
        assertThat(Arrays.asList("", "q", "kubernetes", "x".repeat(5000)))
                .allSatisfy(word -> assertThat(Grammar.nearest(word)).isEmpty());
    }
}
