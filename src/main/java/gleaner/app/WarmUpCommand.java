package gleaner.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Does a little of what every command does, in a folder of its own that it takes away again, so that the JVM that the
/// launcher or the image started for it can leave an archive of the classes behind.
@Command(name = "warm-up", description = "Loads what commands need, for the class archive.", hidden = true)
final class WarmUpCommand implements Runnable {

    @ParentCommand
    @Nullable RootCommand root;

    @Override
    public void run() {
        var session = Objects.requireNonNull(root).workplace().session();
        var nowhere = new PrintWriter(Writer.nullWriter());
        try {
            var data = Files.createTempDirectory("gleaner-warm-up");
            try {
                var line = new CommandLineRun(new Session(
                        Map.of(),
                        InputStream.nullInputStream(),
                        nowhere,
                        nowhere,
                        Session.Terminal.NONE,
                        session.home(),
                        session.clock(),
                        session.random()));
                line.run("--help");
                line.run("--data", data.toString(), "add", "https://example.org/ a page to warm up with #warm");
                line.run("--data", data.toString(), "list", "#warm");
                line.run("--data", data.toString(), "digest");
                line.run("--mistake");
            } finally {
                remove(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
