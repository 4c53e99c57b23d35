package gleaner.digest.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Draft;
import gleaner.digest.Format;
import gleaner.digest.Shared;
import gleaner.digest.Week;
import gleaner.news.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A whole week in every format, byte for byte; `-Dgolden=write` writes the files anew, to be read
/// before a commit.
class GoldenTest {

    private static final Path RESOURCES = Path.of("src/test/resources/gleaner/digest");

    @ParameterizedTest
    @CsvSource({
        "MARKDOWN, week.md, false",
        "HTML, week.html, false",
        "TEXT, week.txt, false",
        "JSON, week.json, false",
        "MARKDOWN, editor.md, true",
        "HTML, editor.html, true",
        "TEXT, editor.txt, true",
        "JSON, editor.json, true"
    })
    void aWeekReadsAsInTheFile(Format format, String file, boolean forEditor) {
        var words = forEditor ? EditorWords.NONE : Week.WORDS;
        var rendered = draft(Week.links(), words).render(format, forEditor);

        assertThat(rendered).isEqualTo(golden(file, rendered));
    }

    @Test
    void theOrderInWhichLinksComeChangesNothing() {
        var expected = draft(Week.links(), EditorWords.NONE).render(Format.JSON, true);
        for (int seed = 0; seed < 50; seed++) {
            var shuffled = new ArrayList<>(Week.links());
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(draft(shuffled, EditorWords.NONE).render(Format.JSON, true))
                    .isEqualTo(expected);
        }
    }

    private static Draft draft(List<Link> links, EditorWords words) {
        return new Drafter(Shared.STYLE).draft(7, Optional.empty(), words, links, false);
    }

    private static String golden(String file, String rendered) {
        var path = RESOURCES.resolve(file);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(path, rendered);
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
