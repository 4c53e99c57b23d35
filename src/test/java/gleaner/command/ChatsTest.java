package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.BEN;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Chat;
import gleaner.news.Interview;
import gleaner.news.Interview.Kind;
import gleaner.news.IssueField;
import gleaner.news.MessageId;
import gleaner.news.Visibility;
import gleaner.store.ChatCodec;
import gleaner.store.RedisForTests;
import gleaner.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, an interview puts words into the wrong mouth, or loses them.
class ChatsTest {

    private static final String PASTED =
            "interview \"They keep the clusters.\n\nAda: Why *hats*?\nBen: All is hats.\nNote: red ones.\n\nBlue too.\nAda: When?\nBen: Never.\"";

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private Store store;
    private Newsroom room;

    @BeforeEach
    void open() {
        store = redis.store();
        room = new Newsroom(store);
    }

    private String turns() {
        return room.repository.issueWords().of(IssueField.INTERVIEW).map(ChatCodec::read).stream()
                .flatMap(chat -> chat.turns().stream())
                .map(turn ->
                        (turn.kind() == Kind.QUESTION ? "Q " : "A ")
                                + turn.speaker()
                                + ": "
                                + turn.text().replace("\n", "/"))
                .collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            textBlock =
                    """
                    Ada: Why hats? Ben Moss: All is hats. Note: red. Ada: And you? Ben Moss: No. => Q Ada: Why hats? | A Ben Moss: All is hats./Note: red. | Q Ada: And you? | A Ben Moss: No.
                    Ada: Why "hats: red"? Ben: "Because." Ada: Oh. => Q Ada: Why "hats: red"? | A Ben: "Because." | Q Ada: Oh.
                    Ada: See https://a.example: it is Red: hats. => Q Ada: See https://a.example: it is Red: hats.
                    """)
    void onOneLineNamesBehindASentenceBeginTurns(String pasted, String read) {
        room.says(EVE, "interview " + pasted);
        assertThat(turns()).isEqualTo(read);
    }

    @Test
    void anInterviewInWhichNobodyAnswersSaysSo() {
        assertThat(room.says(EVE, "interview Ada: Why hats?"))
                .isEqualTo(
                        "Made the interview of issue 1: Ada asks and nobody answers, 1 question, 0 answers.");
    }

    @Test
    void pastedTextBecomesQuestionsAndAnswers() {
        assertThat(room.says(EVE, PASTED))
                .isEqualTo(
                        "Made the interview of issue 1: Ada asks and Ben answers, 2 questions, 2 answers.");
        assertThat(turns())
                .isEqualTo(
                        "Q Ada: Why *hats*? | A Ben: All is hats./Note: red ones.//Blue too. | Q Ada: When? | A Ben: Never.");
        assertThat(room.says(EVE, "interview"))
                .isEqualTo(
                        """
                        **Interview**: Ada asks and Ben answers.
                        They keep the clusters.

                        - `1` Q (Ada): Why \\*hats\\*?
                        - `2` A (Ben): All is hats. Note: red ones. Blue too.
                        - `3` Q (Ada): When?
                        - `4` A (Ben): Never.\
                        """);
        assertThat(room.says(EVE, PASTED))
                .startsWith("Issue 1 has an interview already: `interview + …` adds turns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    interview cut 1-2              | Q Ada: When? / A Ben: Never.
                    interview keep 1               | Q Ada: Why *hats*?
                    interview move 3-4 before 1    | Q Ada: When? / A Ben: Never. / Q Ada: Why *hats*? / A Ben: All is hats.
                    interview move 1 after 4       | A Ben: All is hats. / Q Ada: When? / A Ben: Never. / Q Ada: Why *hats*?
                    interview turn 4 "Not yet."    | Q Ada: Why *hats*? / A Ben: All is hats. / Q Ada: When? / A Ben: Not yet.
                    interview rename ben to Benno  | Q Ada: Why *hats*? / A Benno: All is hats. / Q Ada: When? / A Benno: Never.
                    interview swap 4               | Q Ada: Why *hats*? / A Ben: All is hats. / Q Ada: When? / Q Ben: Never.
                    interview + Ben: No.           | Q Ada: Why *hats*? / A Ben: All is hats. / Q Ada: When? / A Ben: Never. / A Ben: No.
                    interview remove               | ''
                    """)
    void itIsCutMovedAndWrittenAndAllIsUndone(String command, String after) {
        room.says(
                EVE, "interview \"Ada: Why *hats*?\nBen: All is hats.\nAda: When?\nBen: Never.\"");
        var before = turns();
        assertThat(room.reply(EVE, command).kind()).isEqualTo(Reply.Kind.DONE);
        assertThat(turns().replace(" | ", " / ")).isEqualTo(after);
        assertThat(room.says(EVE, "undo")).startsWith("Took back");
        assertThat(turns()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    interview cut 9          | There is no turn 9: the interview has 4; `interview show` shows them.
                    interview cut 1-4        | No turn would be left; `interview remove` takes all of it away.
                    interview move 1 after 1 | A turn cannot stand before or after itself.
                    interview rename eve to Eva | Nobody in the interview is called `eve`; there speak Ada, Ben.
                    """)
    void whatCannotBeDoneIsSaid(String command, String said) {
        room.says(EVE, "interview \"Ada: Why?\nBen: So.\nAda: When?\nBen: Never.\"");
        assertThat(room.says(EVE, command)).isEqualTo(said);
    }

    @Test
    void textWithoutTurnsMakesNone() {
        assertThat(room.says(EVE, "interview https://a.example/x: y"))
                .startsWith("No turns are in that");
        assertThat(room.says(EVE, "interview cut 1")).startsWith("Issue 1 has no interview");
        assertThat(turns()).isEmpty();
    }

    @Test
    void aPublicThreadIsTakenAndAPrivateOneNever() {
        keep("1.1", Visibility.PUBLIC);
        keep("1.2", Visibility.PRIVATE);
        assertThat(room.says(EVE, "interview threads"))
                .isEqualTo(
                        """
                        - `1` general, Sun 22 Nov: Ada asks and Ben answers, 1 question, 1 answer; `interview take terminal:general/1.1`

                        1 thread from a private place is not listed.\
                        """);
        assertThat(room.says(EVE, "interview take 2"))
                .startsWith("That thread was held where not everybody reads");
        assertThat(room.says(EVE, "interview take 3")).startsWith("There is no thread `3`");
        assertThat(turns()).isEmpty();
        assertThat(room.says(EVE, "interview take terminal:general/1.1"))
                .isEqualTo(
                        "Took the thread: Ada asks and Ben answers, 1 question, 1 answer. `interview show` shows it; write `interview intro …`.");
        assertThat(turns()).isEqualTo("Q Ada: Why? | A Ben: So.");
    }

    @Test
    void theThreadInWhichItIsSaidIsTakenWhereItWasKept() {
        keep("1.1", Visibility.PUBLIC);
        keep("1.2", Visibility.PRIVATE);
        assertThat(inThread("1.1", "interview this"))
                .isEqualTo(
                        "Kept as an interview: 1 question by Ada, 1 answer by Ben. What is edited or deleted in the thread is followed; say `interview this` there again for new words. `interview take terminal:general/1.1` puts it into the issue.");
        assertThat(inThread("1.2", "interview this"))
                .isEqualTo(inThread("1.2", "interview take this"))
                .startsWith("That thread was held where not everybody reads");
        assertThat(inThread("1.3", "interview take this"))
                .isEqualTo(room.says(EVE, "interview this thread"))
                .startsWith("A thread is kept where it is held: on Mastodon by an answer in it");
        assertThat(turns()).isEmpty();
        assertThat(inThread("1.1", "interview take this thread"))
                .startsWith("Took the thread: Ada asks and Ben answers");
        assertThat(turns()).isEqualTo("Q Ada: Why? | A Ben: So.");
        assertThat(inThread("1.1", "interview take this"))
                .startsWith("Issue 1 has an interview already");
    }

    private String inThread(String thread, String words) {
        var asker = room.asker(EVE, Visibility.PUBLIC);
        var about = new MessageId(Newsroom.GENERAL.id(), thread);
        return room.reply(
                        words,
                        new Asker(
                                asker.command(),
                                EVE,
                                asker.role(),
                                asker.channel(),
                                asker.visibility(),
                                asker.time(),
                                Optional.of(about)))
                .markdown();
    }

    private void keep(String thread, Visibility visibility) {
        store.interviews()
                .keep(
                        new Interview(
                                new MessageId(Newsroom.GENERAL.id(), thread),
                                Newsroom.GENERAL,
                                visibility,
                                EVE,
                                Newsroom.NOW,
                                List.of(
                                        new Interview.Turn(
                                                ADA, Kind.QUESTION, "Why?", Newsroom.NOW),
                                        new Interview.Turn(
                                                BEN, Kind.ANSWER, "So.", Newsroom.NOW))));
    }

    @Test
    void anInterviewReadsBackAsItWasWritten() {
        var chat =
                Chat.of(
                        new Interview(
                                new MessageId(Newsroom.GENERAL.id(), "1.1"),
                                Newsroom.GENERAL,
                                Visibility.PUBLIC,
                                EVE,
                                Newsroom.NOW,
                                List.of(
                                        new Interview.Turn(
                                                ADA,
                                                Kind.QUESTION,
                                                "\u0000 \"é\" 🎩",
                                                Newsroom.NOW))));
        assertThat(ChatCodec.read(ChatCodec.write(chat))).isEqualTo(chat);
    }
}
