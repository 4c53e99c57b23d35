package gleaner.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The process: its streams, its environment, its exit code.
public final class Main {

    private Main() {}

    /// Runs one command and ends the process with its code: 0 done, 1 failed, 2 not understood, 69
    /// something is missing.
    public static void main(String[] args) {
        var out = writer(FileDescriptor.out);
        var err = writer(FileDescriptor.err);
        var code = new CommandLineRun(System.getenv(), out, err).run(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /// UTF-8 whatever the locale, so that what is piped into a file is the same on every machine.
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
