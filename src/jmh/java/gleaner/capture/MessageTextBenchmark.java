package gleaner.capture;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long reading a message takes: 500 characters with three links and three tags should take less than 20 µs.
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"})
public class MessageTextBenchmark {

    private final String message =
            """
            Three things from this week's reading. The team behind the build cache wrote up how they halved \
            cold starts, with numbers for every step: https://builds.example/blog/halving-cold-starts?part=2. \
            I liked the [post about flaky tests](https://quality.example/flaky-tests) too, e.g. the part on \
            clocks and time zones. It is long, but the tables alone are worth it!

            And for Friday, a small one on why (some) regexes explode:
            https://patterns.example/regexes_(that_explode)

            Enjoy the reading, see you. #testing #builds #regex
            """;

    private final String words = message.replace("http", "hxxp").replace('#', '+');

    private final String single =
            message.replace("[post about flaky tests](https://quality.example/flaky-tests)", "post about flaky tests")
                    .replace("https://patterns.example/regexes_(that_explode)", "you know which");

    /// One link and three tags: the usual message.
    @Benchmark
    public MessageText oneLink() {
        return MessageText.of(single);
    }

    /// Three links and three tags.
    @Benchmark
    public MessageText threeLinks() {
        return MessageText.of(message);
    }

    /// The same words without any: what most messages cost.
    @Benchmark
    public MessageText noLinks() {
        return MessageText.of(words);
    }
}
