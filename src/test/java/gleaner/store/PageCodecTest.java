package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Page;
import gleaner.news.PageKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Pages in Redis outlive the program that wrote them.
class PageCodecTest {

    @Test
    void whatIsWrittenIsRead() {
        var page =
                new Page(
                        Optional.of("Bells"),
                        List.of("Ada Winter"),
                        Optional.of("Lantern Post"),
                        Optional.of(LocalDate.of(2026, 3, 5)),
                        Optional.of("They ring."),
                        Optional.of("en"),
                        Optional.of("https://a.example/b.png"),
                        Optional.of("https://a.example/b"),
                        Optional.of("https://b.example/c"),
                        Optional.of(PageKind.PAPER),
                        Optional.of(4),
                        Map.of("title", "h1", "authors", "byline"));
        assertThat(PageCodec.read(PageCodec.write(page))).isEqualTo(page);
        assertThat(PageCodec.read(PageCodec.write(Page.UNREAD))).isEqualTo(Page.UNREAD);
    }

    @Test
    void pagesWrittenBeforeThereWereMoreFieldsAreRead() {
        assertThat(PageCodec.read("{\"title\":\"Bells\",\"authors\":[\"Ada Winter\"]}"))
                .isEqualTo(
                        new Page(
                                Optional.of("Bells"),
                                List.of("Ada Winter"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void aKindOfALaterVersionIsUnknown() {
        assertThat(PageCodec.read("{\"kind\":\"hologram\"}").kind()).isEmpty();
    }
}
