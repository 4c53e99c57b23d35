package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Operators and scores read pages by it: a line in, a line out, whatever the line.
class InspectPagesTest {

    private static final String PAGE =
            """
            <html lang=en><title>Bells | Lantern Post</title>
            <meta property=og:site_name content="Lantern Post"><h1>Bells</h1><p class=byline>By Ada Winter</p>
            """;

    private static final String ANSWER =
            """
            {"url":"https://lantern.example/bells","title":"Bells","authors":["Ada Winter"],"publisher":"Lantern Post",\
            "date":null,"summary":null,"language":"en","image":null,"canonical":null,"kind":null,"pointsTo":null,"minutes":null,\
            "sources":{"authors":"byline","language":"page","publisher":"og:site_name","title":"h1"}}
            """;

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private final Shell shell = new Shell(redis);

    @TempDir Path folder;

    private String line(Path file) {
        return "{\"file\": \"%s\", \"url\": \"https://lantern.example/bells\"}\n".formatted(file);
    }

    @Test
    void aSavedPageIsRead() throws IOException {
        var file = Files.writeString(folder.resolve("page.html"), PAGE);
        assertThat(shell.piped(line(file), "inspect", "pages").out()).isEqualTo(ANSWER);
    }

    @Test
    void aPackedPageIsReadWhateverItsName() throws IOException {
        var file = folder.resolve("page.html");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(shell.piped(line(file), "inspect", "pages").out()).isEqualTo(ANSWER);
    }

    @Test
    void aBadLineIsToldAndTheNextOneRead() throws IOException {
        var file = Files.writeString(folder.resolve("page.html"), PAGE);
        var result =
                shell.piped(
                        "nonsense\n[]\n{\"file\":\"none.html\",\"url\":\"\"}\n" + line(file),
                        "inspect",
                        "pages");
        assertThat(result.out())
                .isEqualTo(
                        """
                        {"error":"A line should be a JSON object such as {\\"file\\": \\"saved.html\\", \\"url\\": \\"https://example.org/a\\"}; this one is not JSON."}
                        {"error":"A line should be a JSON object such as {\\"file\\": \\"saved.html\\", \\"url\\": \\"https://example.org/a\\"}; this one has no text for \\"file\\"."}
                        {"error":"There is no file 'none.html'; its path is taken from the working directory."}
                        """
                                + ANSWER);
        assertThat(result.code()).isZero();
    }
}
