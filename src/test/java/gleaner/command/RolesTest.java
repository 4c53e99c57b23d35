package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.BEN;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply.Kind;
import gleaner.store.RedisForTests;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, somebody may do what is not theirs to do.
class RolesTest {

    private static final String TABLE =
            """
            command                       , sharer  , other   , editor
            add https://two.example/b     , DONE    , DONE    , DONE
            tag LINK #new                 , DONE    , REFUSED , DONE
            untag LINK #old               , DONE    , REFUSED , DONE
            withdraw LINK                 , DONE    , REFUSED , DONE
            show LINK                     , SHOWN   , SHOWN   , SHOWN
            refresh LINK                  , DONE    , DONE    , DONE
            list                          , SHOWN   , SHOWN   , SHOWN
            more                          , SHOWN   , SHOWN   , SHOWN
            tags                          , SHOWN   , SHOWN   , SHOWN
            digest                        , DOCUMENT, DOCUMENT, DOCUMENT
            issues                        , SHOWN   , SHOWN   , SHOWN
            issue 1                       , DOCUMENT, DOCUMENT, DOCUMENT
            title A pun                   , REFUSED , REFUSED , DONE
            intro A long week             , REFUSED , REFUSED , DONE
            closing Thanks                , REFUSED , REFUSED , DONE
            heading releases Shiny        , REFUSED , REFUSED , DONE
            new section Own with LINK     , REFUSED , REFUSED , DONE
            suggestions                   , REFUSED , REFUSED , SHOWN
            weave Some [words](LINK)      , REFUSED , REFUSED , DONE
            interview Q: Why? A: So.      , REFUSED , REFUSED , DONE
            interview threads             , REFUSED , REFUSED , SHOWN
            picture LINK https://a.example/p.png, REFUSED, REFUSED, DONE
            check                         , REFUSED , REFUSED , SHOWN
            publish                       , REFUSED , REFUSED , DONE
            publish to file               , REFUSED , REFUSED , DONE
            feed json                     , DOCUMENT, DOCUMENT, DOCUMENT
            unpublish 1                   , REFUSED , REFUSED , SHOWN
            unpublish 1 confirm           , REFUSED , REFUSED , DONE
            stats                         , SHOWN   , SHOWN   , SHOWN
            history                       , SHOWN   , SHOWN   , SHOWN
            help                          , SHOWN   , SHOWN   , SHOWN
            undo                          , DONE    , REFUSED , DONE
            pick LINK                     , REFUSED , REFUSED , DONE
            skip LINK                     , REFUSED , REFUSED , DONE
            hold LINK                     , REFUSED , REFUSED , DONE
            lead LINK                     , REFUSED , REFUSED , DONE
            restore LINK                  , REFUSED , REFUSED , DONE
            section LINK releases         , REFUSED , REFUSED , DONE
            move LINK to top              , REFUSED , REFUSED , DONE
            blurb LINK words              , REFUSED , REFUSED , DONE
            link LINK sentence            , REFUSED , REFUSED , DONE
            byline LINK Ada/Engine        , REFUSED , REFUSED , DONE
            note LINK words               , REFUSED , REFUSED , DONE
            merge LINK https://other.example/1, REFUSED, REFUSED, DONE
            split LINK                    , REFUSED , REFUSED , DONE
            tags rename #old #new         , REFUSED , REFUSED , DONE
            tags merge #old into #other   , REFUSED , REFUSED , DONE
            """;

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(redis.store());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = TABLE)
    void everybodyMayDoWhatIsTheirs(String command, Kind sharer, Kind other, Kind editor) {
        assertThat(kind(ADA, command)).as("sharer").isEqualTo(sharer);
        assertThat(kind(BEN, command)).as("other").isEqualTo(other);
        assertThat(kind(EVE, command)).as("editor").isEqualTo(editor);
    }

    private Kind kind(gleaner.news.Person person, String command) {
        redis.client().flushAll();
        room = new Newsroom(redis.store());
        var link = room.shares(ADA, 1, "A sentence with https://one.example/a #old");
        for (int i = 0; i < 30; i++) {
            room.shares(ADA, 2, "https://other.example/%d #other".formatted(i));
        }
        switch (command) {
            case "undo" -> {
                room.says(ADA, "tag %s #first".formatted(link));
                room.says(EVE, "pick " + link);
            }
            case "issue 1", "unpublish 1", "unpublish 1 confirm" -> room.says(EVE, "publish");
            case "split LINK" -> room.says(EVE, "merge %s https://other.example/1".formatted(link));
            case "more" -> room.says(person, "list");
            default -> {}
        }
        return room.reply(person, command.replace("LINK", link.value())).kind();
    }

    @Test
    void theTableHasEveryCommand() {
        var verbs = new HashSet<Verb>();
        TABLE.lines()
                .skip(1)
                .forEach(line -> {
                    var words =
                            line.substring(0, line.indexOf(',')).strip().replace("LINK", "k3f9");
                    if (Fixtures.parser().parse(words)
                            instanceof Understanding.Understood(var command)) {
                        verbs.add(command.verb());
                    }
                });
        assertThat(verbs).containsExactlyInAnyOrderElementsOf(Arrays.asList(Verb.values()));
    }

    @Test
    void aRefusalSaysWhoMay() {
        assertThat(room.says(BEN, "pick k3f9"))
                .isEqualTo(
                        "Only an editor can pick; editors are named under 'editors' in config/gleaner.yaml.");
        assertThat(room.says(BEN, "tags rename #a #b"))
                .isEqualTo(
                        "Only an editor can rename tags; editors are named under 'editors' in config/gleaner.yaml.");
    }
}
