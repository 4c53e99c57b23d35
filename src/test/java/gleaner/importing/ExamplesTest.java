package gleaner.importing;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// If these fail, the first thing that somebody tries does not work.
class ExamplesTest {

    @Test
    void theExampleWeekIsReadWithoutAnyProblem() {
        var week = Gathered.from(Path.of("examples/week.jsonl"));
        assertThat(week.problems).isEmpty();
        assertThat(
                        week.events.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Event::getClass, Collectors.counting())))
                .containsEntry(MessagePosted.class, 33L)
                .containsEntry(MessageEdited.class, 3L)
                .containsEntry(MessageDeleted.class, 1L)
                .containsEntry(CommandGiven.class, 43L);
        assertThat(week.events.stream().map(Event::time))
                .isSorted()
                .allMatch(time ->
                        !time.isBefore(Instant.parse("2026-11-15T23:00:00Z"))
                                && time.isBefore(Instant.parse("2026-11-22T23:00:00Z")));
    }

    @Test
    void theExampleExportIsReadWithoutAnyProblem() {
        var export = Gathered.from(Path.of("examples/slack-export"));
        assertThat(export.problems).isEmpty();
        assertThat(export.lines())
                .hasSize(12)
                .contains(
                        "2026-11-16T09:33:00Z slack:C0LINKS/1794821460.000300 edited: @Mira: gVisor tells [how safe became"
                                + " nearly as fast](https://gvisor.dev/blog/2026/11/12/safe-and-nearly-as-fast/) & what it"
                                + " cost #security",
                        "2026-11-18T15:02:00.000300Z slack:C0LINKS/1795014120.000300 slack:U0KOFI(Kofi) +thumbsup");
    }
}
