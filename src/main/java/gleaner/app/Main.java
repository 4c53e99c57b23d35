package gleaner.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// The process: its streams, its environment, its exit code.
public final class Main {

    private Main() {}

    /// Runs one command and ends the process with its code: 0 done, 1 failed, 2 not understood, 69
    /// something is missing.
    public static void main(String[] args) {
        var out = writer(FileDescriptor.out);
        var err = writer(FileDescriptor.err);
        var session =
                new Session(
                        System.getenv(),
                        System.in,
                        out,
                        err,
                        terminal(),
                        Path.of(System.getProperty("gleaner.home", ".")),
                        Clock.systemUTC(),
                        new SecureRandom());
        var code = new CommandLineRun(session).run(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /// Whether somebody looks: without `-Djdk.console=jdk.internal.le` there is a console only
    /// where standard input and output both are a terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static Session.Terminal terminal() {
        var console = System.console();
        var interactive = console != null && console.isTerminal();
        return new Session.Terminal(interactive, interactive, interactive);
    }

    /// UTF-8 whatever the locale, so that what is piped into a file is the same on every machine.
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
