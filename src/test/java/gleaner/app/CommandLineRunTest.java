package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// Scripts rely on the codes and on stdout being clean; people on the one sentence.
class CommandLineRunTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --jsn             |  2 | gleaner: '--jsn' is not known here; did you mean '--json'? See: gleaner --help
                    list --jsn        |  2 | gleaner: '--jsn' is not known here; did you mean '--json'? See: gleaner --help
                    --data            |  2 | gleaner: Missing required parameter for option '--data' (DIR). See: gleaner --help
                    completion fish   |  2 | gleaner: Completion is there for bash and zsh, not for 'fish'.
                    """)
    void whatGoesWrongIsOneSentenceAndACode(String words, int code, String told) {
        assertThat(run(Map.of(), words.split(" ", -1))).isEqualTo(code);
        assertThat(err.toString()).isEqualToNormalizingNewlines(told + "\n");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    digest --html                     | digest html
                    digest --as html --picked         | digest as html picked
                    --data d digest last week --as=text | --data d digest last week as text
                    issue 4 --as json                 | issue 4 as json
                    digest --as ada                   | digest --as ada
                    publish 4 --to=ghost --dry-run    | publish 4 to ghost dry run
                    --as ada publish --to git         | --as ada publish to git
                    pick --help                       | help pick
                    tags rename -h                    | help tags rename
                    note k3f9 -- --help               | note k3f9 -- --help
                    note digest --html                | note digest --html
                    run --help                        | run --help
                    """)
    void optionsOfWordsAreWords(String typed, String said) {
        assertThat(String.join(" ", SpokenOptions.spoken(typed.split(" ", -1)))).isEqualTo(said);
    }

    @Test
    void whatIsReadWithoutPicocliIsWhatIsNoCommandOfTheCommandLine() {
        var known = new CommandLine(new RootCommand(session(Map.of()))).getSubcommands().keySet();
        assertThat(PlainWords.COMMANDS).isEqualTo(known);
        assertThat(PlainWords.of("--as", "ada", "list", "run", "--json"))
                .hasValueSatisfying(
                        plain -> assertThat(plain.words()).containsExactly("list", "run"));
        assertThat(PlainWords.of("note", "k3f9", "--", "--json"))
                .hasValueSatisfying(plain ->
                        assertThat(plain.words()).containsExactly("note", "k3f9", "--json"));
        assertThat(PlainWords.of("list", "--jsn")).isEmpty();
        assertThat(PlainWords.of("list", "--data")).isEmpty();
        assertThat(PlainWords.of("run", "--as", "ada")).isEmpty();
    }

    @Test
    void withoutACommandItShowsWhatThereIs() {
        assertThat(run(Map.of())).isZero();
        assertThat(out.toString())
                .startsWith("Usage: gleaner [OPTIONS] COMMAND | WORDS…")
                .contains("69   something");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theVersionNamesGleanerAndJava() {
        assertThat(run(Map.of(), "--version")).isZero();
        assertThat(out.toString())
                .startsWith("gleaner ")
                .contains("Java " + Runtime.version().feature());
    }

    @Test
    void completionIsAScriptThatKnowsTheOptions() {
        assertThat(run(Map.of(), "completion", "bash")).isZero();
        assertThat(out.toString())
                .contains("_complete_gleaner", "--channel", "completion")
                .doesNotContain("\u001B[");
    }

    @Test
    void aLevelThatDoesNotExistIsToldBeforeAnythingIsDone() {
        assertThat(run(Map.of("GLEANER_LOG", "loud"), "list")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "gleaner: GLEANER_LOG should be one of error, warn, info, debug, trace, off, not 'loud'.\n");
    }

    private int run(Map<String, String> environment, String... args) {
        return new CommandLineRun(session(environment)).run(args);
    }

    private Session session(Map<String, String> environment) {
        return new Session(
                environment,
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(err),
                Session.Terminal.NONE,
                Path.of("nowhere"),
                Clock.systemUTC(),
                new Random(1));
    }
}
