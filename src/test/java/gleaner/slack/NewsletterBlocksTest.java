package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The whole newsletter of the invented team as messages in Slack, compared byte for byte with what
/// was read before.
///
/// After a wanted change, `-Dgolden=write` writes the file anew: read it before it is committed.
class NewsletterBlocksTest {

    private static final Path GOLDEN = Path.of("src/test/resources/gleaner/app");

    @Test
    void theNewsletterIsReadInSlack() throws IOException {
        var json = new JsonMapper();
        var messages =
                DraftBlocks.of(Files.readString(GOLDEN.resolve("newsletter.md"))).stream()
                        .map(said ->
                                json.createObjectNode()
                                        .put("text", said.text())
                                        .set("blocks", json.readTree(said.blocks().orElse("[]")))
                                        .toPrettyString())
                        .collect(Collectors.joining(",\n", "[", "]\n"));
        var golden = GOLDEN.resolve("newsletter.slack.json");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, messages);
        }
        assertThat(messages).isEqualTo(Files.readString(golden));
    }
}
