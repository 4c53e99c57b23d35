package gleaner.digest;

import gleaner.digest.drafting.Drafter;
import gleaner.news.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long a draft takes from candidates that all stand in it: 500 is a busy week, 20,000 an import of years.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DraftBenchmark {

    private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxyz";
    private static final String[] NOUNS = {
        "lamps", "timers", "streets", "Kubernetes", "oil", "queues", "poles", "bulbs", "Redis", "wicks", "glass", "cities"
    };

    @Param({"500", "20000"})
    private int links;

    private List<Link> candidates = List.of();
    private final Drafter drafter = new Drafter(Shared.STYLE);

    @Setup
    public void share() {
        var random = new Random(1);
        candidates = new ArrayList<>();
        for (int i = 0; i < links; i++) {
            var url = "https://host" + i % 97 + ".example/posts/" + i;
            var words = words(random, 9);
            var sentence =
                    switch (i % 4) {
                        case 0 -> "FYI: the team at Acme tells how " + words + " " + url;
                        case 1 -> "Nobody *expected* [" + words + "](" + url + ") in `week " + i + "`";
                        case 2 -> "Worth a read: " + url;
                        default -> words + ", says #gaslight, at " + url + " :tada: cc @ada";
                    };
            var shared = Shared.link(id(i), url)
                    .said(i % 160, sentence)
                    .page(words(random, 6) + " " + i, "Publisher " + i % 50, "Author " + words(random, 1));
            candidates.add(shared.votes(i % 5).build());
        }
    }

    private static String words(Random random, int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(NOUNS[random.nextInt(NOUNS.length)]);
        }
        return words.toString();
    }

    private static String id(int i) {
        var id = new StringBuilder();
        for (int left = i, digits = 0; digits < 5; digits++, left /= LETTERS.length()) {
            id.append(LETTERS.charAt(left % LETTERS.length()));
        }
        return id.toString();
    }

    @Benchmark
    public String markdown() {
        return render(Format.MARKDOWN);
    }

    @Benchmark
    public String html() {
        return render(Format.HTML);
    }

    @Benchmark
    public String text() {
        return render(Format.TEXT);
    }

    @Benchmark
    public String json() {
        return render(Format.JSON);
    }

    /// All four of one draft, as publishing makes them: 500 items should take less than 150 ms.
    @Benchmark
    public int everyFormat() {
        var draft = drafter.draft(7, Optional.empty(), candidates, false);
        int length = 0;
        for (var format : Format.values()) {
            length += draft.render(format, false).length();
        }
        return length;
    }

    private String render(Format format) {
        return drafter.draft(7, Optional.empty(), candidates, false).render(format, true);
    }
}
