package gleaner.news;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.ThreadTurns.Spoken;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If this fails, an answer is printed as a question.
class ThreadTurnsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    a How?; b So.; a Why?; b Because.       ~ Q a How?; A b So.; Q a Why?; A b Because.
                    b I am Ben.; a How?; b So.              ~ A b I am Ben.; Q a How?; A b So.
                    a How?; b So.; b Or so.; c No!          ~ Q a How?; A b So. / Or so.; A c No!
                    a Hello; b Hello                        ~ Q a Hello; A b Hello
                    a See https://x.example/?b=c; b What? Why? ~ A a See https://x.example/?b=c; Q b What? Why?
                    a How?; a Why?                          ~ ''
                    """)
    void whoAsksMostIsTheInterviewer(String said, String turns) {
        var spoken =
                Arrays.stream(said.split("; "))
                        .map(each ->
                                new Spoken(
                                        new Person(
                                                PersonId.of("slack", each.substring(0, 1)),
                                                each.substring(0, 1)),
                                        Instant.EPOCH,
                                        each.substring(2)))
                        .toList();
        assertThat(
                        ThreadTurns.of(spoken).stream()
                                .map(turn ->
                                        turn.kind().name().charAt(0)
                                                + " "
                                                + turn.speaker().name()
                                                + " "
                                                + turn.text().replace("\n\n", " / "))
                                .collect(Collectors.joining("; ")))
                .isEqualTo(turns);
    }
}
