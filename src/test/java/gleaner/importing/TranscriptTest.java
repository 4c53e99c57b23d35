package gleaner.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a conversation that was kept as JSON lines is imported wrongly, twice or not at
/// all.
class TranscriptTest {

    @Test
    void everyKindOfLineBecomesItsEvent() {
        var gathered =
                Gathered.from(
                        "week.jsonl",
                        """
                        {"id": "m1", "time": "2026-11-17T09:30:00Z", "person": "ada", "channel": "#links", "text": "[A](https://a.example/) #go"}
                        {"type": "message", "id": 2, "time": 1794909000.5, "person": "ben", "text": "b", "reply_to": "m1", "private": true}

                        {"type": "edit", "id": "m1", "time": "2026-11-17T10:30:00+01:00", "text": "[B](https://b.example/)"}
                        {"type": "reaction", "id": "m1", "time": "2026-11-17T11:00:00", "person": "ben", "emoji": ":tada:"}
                        {"type": "reaction", "id": "m1", "time": "2026-11-17T11:01:00Z", "person": "ben", "emoji": "tada", "removed": true}
                        {"type": "delete", "id": "m1", "channel": "other", "time": "2026-11-17 12:00:00Z"}
                        {"type": "command", "id": "c1", "time": "2026-11-17", "person": "ada", "text": "pick https://a.example/", "reply_to": "m1"}
                        """);
        assertThat(gathered.lines())
                .containsExactly(
                        "2026-11-17T09:30:00Z terminal:links/m1 #links terminal:ada(ada) PUBLIC: [A](https://a.example/) #go",
                        "2026-11-17T09:50:00.500Z terminal:general/2 #general terminal:ben(ben) PRIVATE re m1: b",
                        "2026-11-17T09:30:00Z terminal:links/m1 edited: [B](https://b.example/)",
                        "2026-11-17T10:00:00Z terminal:links/m1 terminal:ben(ben) +tada",
                        "2026-11-17T11:01:00Z terminal:links/m1 terminal:ben(ben) -tada",
                        "2026-11-17T12:00:00Z terminal:other/m1 deleted",
                        "2026-11-16T23:00:00Z terminal:general/c1 terminal:ada PUBLIC re m1> pick https://a.example/");
        assertThat(gathered.problems).isEmpty();
    }

    @Test
    void whatHasNoIdGetsTheSameOneEveryTime() {
        var lines =
                """
                {"time": "2026-11-17T09:30:00Z", "person": "ada", "text": "a"}
                {"time": "2026-11-17T09:30:00Z", "person": "ben", "text": "a"}
                {"time": "2026-11-17T09:30:00Z", "person": "ada", "text": "a", "channel": "links"}
                {"time": "2026-11-17T10:30:00+01:00", "person": "ada", "text": "a"}
                {"id": "https://a.example/p/1", "time": 0, "person": "ada", "text": "a"}
                """;
        var first = Gathered.from("a.jsonl", lines);
        assertThat(first.events).isEqualTo(Gathered.from("other name.txt", lines).events);
        assertThat(first.events.stream().map(event -> event.message().toString()))
                .containsExactly(
                        "terminal:general/907ba4865bc0014eb1003e27",
                        "terminal:general/5a9b1d83fd644148a2e81486",
                        "terminal:links/4c400e45d3dc5d45b2dc1a30",
                        "terminal:general/907ba4865bc0014eb1003e27",
                        "terminal:general/f6fe9f1593bb4580e4eaf40b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    {"time": 1, "person": "a", "text": "x"              | The line is cut off; it is left out.
                    {"time": 1, "person": "a", "text": x}               | The line is no JSON at character 36; it is left out.
                    {"time": 1, "person": "a", "text": "x"} {}          | The line names something twice, or goes on after its end; it is left out.
                    {"time": 1, "time": 2, "person": "a", "text": "x"}  | The line names something twice, or goes on after its end; it is left out.
                    {"time": 1, "person": "a", "text": 5}               | 'text' is to be a string, not a number; the line is left out.
                    {"time": 1, "person": "a"}                          | 'text' is missing; the line is left out.
                    {"time": 1, "person": ["a"], "text": "x"}           | 'person' is to be a string, not an array; the line is left out.
                    {"time": 1, "person": " ", "text": "x"}             | 'person' is missing; the line is left out.
                    {"time": 1, "person": "a", "text": "x", "private": "yes"} | 'private' is to be true or false, not a string; the line is left out.
                    {"person": "a", "text": "x"}                        | 'time' is missing; the line is left out.
                    {"time": "2026-02-30", "person": "a", "text": "x"}  | There is no time '2026-02-30': write 2026-11-17, 2026-11-17T09:30:00+01:00 or seconds since 1970; the line is left out.
                    {"time": "9".repeat, "person": "a", "text": "x"}    | The line is no JSON at character 13; it is left out.
                    {"time": 99999999999999999, "person": "a", "text": "x"} | There is no time '99999999999999999': write 2026-11-17, 2026-11-17T09:30:00+01:00 or seconds since 1970; the line is left out.
                    {"type": "poke", "time": 1}                         | The type 'poke' is not known; known: message, edit, delete, reaction, command; the line is left out.
                    {"type": "delete", "time": 1}                       | 'id' is missing; the line is left out.
                    {"type": "reaction", "id": "m", "person": "a", "time": 1} | 'emoji' is missing; the line is left out.
                    ["an array"]                                        | The line is an array, not an object; the line is left out.
                    null                                                | The line is a null, not an object; the line is left out.
                    words                                               | The line is no JSON at character 1; it is left out.
                    """)
    void aBadLineGetsItsSentenceAndTheRestIsRead(String line, String sentence) {
        var good = "{\"id\": \"m1\", \"time\": 1, \"person\": \"ada\", \"text\": \"good\"}\n";
        var gathered = Gathered.from("w.jsonl", good + line + "\n" + good);
        assertThat(gathered.problems).containsExactly("w.jsonl:2: " + sentence);
        assertThat(gathered.events).hasSize(2);
    }

    @Test
    void aNameThatIsNotKnownIsToldOnce() {
        var line = "{\"time\": 1, \"person\": \"ada\", \"text\": \"good\", \"replyto\": \"m\"}\n";
        var gathered = Gathered.from("w.jsonl", line + line);
        assertThat(gathered.problems)
                .containsExactly(
                        "w.jsonl:1: The field 'replyto' is not known and is passed over; known: channel, emoji,"
                                + " id, person, private, removed, reply_to, text, time, type.");
        assertThat(gathered.events).hasSize(2);
    }

    @Test
    void nestingWithoutEndIsAProblemOfItsLine() {
        var deep = "{\"text\": " + "[".repeat(10_000) + "\n";
        var gathered =
                Gathered.from(
                        "w.jsonl", deep + "{\"time\": 1, \"person\": \"ada\", \"text\": \"good\"}");
        assertThat(gathered.problems)
                .containsExactly(
                        "w.jsonl:1: The line is nested deeper than 200, or a name or number in it is too long;"
                                + " it is left out.");
        assertThat(gathered.events).hasSize(1);
    }

    @Test
    void halvesOfCharactersAndControlCharactersDoNotComeIn() {
        var gathered =
                Gathered.from(
                        "w.jsonl",
                        "{\"id\": \"m\", \"time\": 1, \"person\": \"a\\u0000\\nb\", \"text\": \"x\\ud800y\\u0007\\r\\nz\\t!\"}");
        assertThat(gathered.lines())
                .containsExactly(
                        "1970-01-01T00:00:01Z terminal:general/m #general terminal:a  b(a  b) PUBLIC: x\ufffdy \nz\t!");
    }
}
