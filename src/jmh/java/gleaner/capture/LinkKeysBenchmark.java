package gleaner.capture;

import gleaner.news.LinkKey;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long one key takes; what an import of fifty thousand links and every message pay.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class LinkKeysBenchmark {

    @Param({
        "https://blog.example.org/2026/04/16/a-longer-title-of-a-post/",
        "https://www.example.com/news/item?id=42&utm_source=weekly&utm_medium=mail&fbclid=IwAR0abc",
        "https://youtu.be/aBcDeFgHiJk?t=42",
        "https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa%2Fb&sa=D&usg=AOvVaw",
    })
    String url = "";

    private final LinkKeys keys = new LinkKeys();

    @Benchmark
    public LinkKey key() {
        return keys.of(url);
    }

    @Benchmark
    public LinkKeys load() {
        return new LinkKeys();
    }
}
