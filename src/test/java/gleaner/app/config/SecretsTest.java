package gleaner.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path folder;

    @Test
    void aSecretComesFromTheEnvironmentOrFromAFile() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "  in-a-file\n");
        var secrets =
                new Secrets(
                        Map.of(
                                "A",
                                " named ",
                                "B_FILE",
                                file.toString(),
                                "C",
                                "",
                                "D",
                                " ",
                                "D_FILE",
                                file.toString()));

        assertThat(secrets.get("A")).contains(new Secret("named"));
        assertThat(secrets.get("B")).contains(new Secret("in-a-file"));
        assertThat(secrets.get("C")).isEmpty();
        assertThat(secrets.get("D")).contains(new Secret("in-a-file"));
        assertThat(secrets.get("E")).isEmpty();
    }

    @Test
    void bothAtOnceIsAMistake() {
        assertThatThrownBy(() ->
                        new Secrets(Map.of("TOKEN", "hunter2", "TOKEN_FILE", "/x")).get("TOKEN"))
                .hasMessage("Both TOKEN and TOKEN_FILE are set; unset one of them.");
    }

    @Test
    void aFileThatCannotServeIsToldWithItsVariable() throws IOException {
        var empty = Files.writeString(folder.resolve("empty"), "\n");
        var binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 1});
        var endless = Files.write(folder.resolve("long"), new byte[70_000]);

        assertThatThrownBy(() -> from(folder.resolve("none")))
                .hasMessageMatching(
                        "The file .* that TOKEN_FILE names cannot be read: it does not exist\\.");
        assertThatThrownBy(() -> from(empty))
                .hasMessageMatching("The file .* that TOKEN_FILE names is empty\\.");
        assertThatThrownBy(() -> from(binary))
                .hasMessageMatching("The file .* that TOKEN_FILE names is not UTF-8\\.");
        assertThatThrownBy(() -> from(endless))
                .hasMessageMatching(
                        "The file .* that TOKEN_FILE names holds more than 65536 bytes; that is no secret\\.");
    }

    @Test
    void aSecretIsNeverPrinted() {
        assertThat(new Secret("hunter2")).hasToString("(secret)");
    }

    private void from(Path file) {
        new Secrets(Map.of("TOKEN_FILE", file.toString())).get("TOKEN");
    }
}
