package gleaner.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text in a folder that only its owner can read, with what editors' programs leave beside it.
final class PrivateText {

    private PrivateText() {}

    static Path write(String text) throws IOException {
        var folder = Files.createTempDirectory("gleaner-");
        return Files.writeString(folder.resolve("draft.md"), text, StandardCharsets.UTF_8);
    }

    static void delete(Path file) throws IOException {
        var folder = file.getParent();
        if (folder == null) {
            return;
        }
        try (var all = Files.list(folder)) {
            for (var left : all.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(left);
            }
        }
        if (isEmpty(folder)) {
            Files.deleteIfExists(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.findAny().isEmpty();
        }
    }
}
