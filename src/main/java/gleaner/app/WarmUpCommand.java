package gleaner.app;

import gleaner.app.config.Config;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/// Does a little of what every command does, on nothing and without a trace, so that the JVM that
/// the launcher or the image started for it can leave an archive of the classes behind.
@Command(
        name = "warm-up",
        description = "Loads what commands need, for the class archive.",
        hidden = true)
final class WarmUpCommand implements Runnable {

    @Override
    public void run() {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var here = Path.of(System.getProperty("gleaner.home", ""));
        LoggerFactory.getLogger(WarmUpCommand.class).debug("Warming up: {}", Config.standard(here));
        Config.load(here, Optional.empty(), Optional.empty(), Map.of());
        var line = new CommandLineRun(Map.of(), nowhere, nowhere);
        line.run("--help");
        line.run("list", "#security", "--json");
        line.run("--mistake");
    }
}
