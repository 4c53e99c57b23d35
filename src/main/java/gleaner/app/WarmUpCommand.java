package gleaner.app;

import gleaner.news.GleanerException;
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
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// Does a little of what every command does, in a folder of its own that it takes away again, so
/// that the JVM that the launcher or the image started for it can leave an archive of the classes
/// behind.
///
/// It reads the operator's settings, but works with empty ones: a Redis that they name must never
/// hear of it.
@Command(
        name = "warm-up",
        description = "Loads what commands need, for the class archive.",
        hidden = true)
final class WarmUpCommand implements Runnable {

    @ParentCommand @Nullable RootCommand root;

    @Override
    public void run() {
        var place = Objects.requireNonNull(root).workplace();
        var session = place.session();
        var nowhere = new PrintWriter(Writer.nullWriter());
        try {
            var folder = Files.createTempDirectory("gleaner-warm-up");
            try {
                var data = folder.resolve("data").toString();
                var settings = Files.createFile(folder.resolve("gleaner.yaml")).toString();
                var line =
                        new CommandLineRun(
                                new Session(
                                        Map.of(),
                                        InputStream.nullInputStream(),
                                        nowhere,
                                        nowhere,
                                        Session.Terminal.NONE,
                                        session.home(),
                                        session.clock(),
                                        session.random()));
                read(place);
                line.run("--help");
                line.run("--version");
                line.run(
                        "--config",
                        settings,
                        "--data",
                        data,
                        "add",
                        "https://example.org/ a page to warm up with #warm");
                line.run("--config", settings, "--data", data, "list", "#warm");
                line.run("--config", settings, "--data", data, "digest");
                line.run("--mistake");
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Workplace place) {
        try {
            place.config();
        } catch (GleanerException e) {
            LoggerFactory.getLogger(WarmUpCommand.class)
                    .debug("The settings are told by the next command.", e);
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
