package gleaner.app;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What a call of the command line has from outside: streams, environment, time, chance.
///
/// @param in standard input
/// @param terminal who looks: whether standard input, output and error are a terminal
/// @param home Gleaner's own folder
/// @param random a `SecureRandom` except in tests
record Session(
        Map<String, String> environment,
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Terminal terminal,
        Path home,
        Clock clock,
        RandomGenerator random) {

    /// Which streams somebody looks at.
    record Terminal(boolean in, boolean out, boolean err) {

        /// No stream is a terminal.
        static final Terminal NONE = new Terminal(false, false, false);
    }
}
