package gleaner.page;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Whether a site wants to be read: its robots.txt, kept for a day. The rules are those of RFC
/// 9309: a file that is not there allows everything (2.3.1.3), one that cannot be reached nothing
/// (2.3.1.4), and what a host says of itself holds for its scheme and port only (2.3).
final class FetchRobots {

    /// RFC 9309, 2.5: at least 500 KiB are read.
    static final int MOST_BYTES = 500 << 10;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final int MOST_HOSTS = 2_000;
    private static final long MOST_HELD = 4L << 20;

    private final String robot;
    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /// Fetches a robots.txt.
    interface Source {
        FetchResult fetch(HttpUrl robots) throws InterruptedException;
    }

    private record Kept(
            SimpleRobotRules rules, Optional<FetchFailure> instead, int weight, Instant until) {}

    /// @param robot the name that robots.txt calls us by, in lower case
    FetchRobots(String robot, Clock clock) {
        this.robot = robot;
        this.clock = clock;
    }

    /// Throws where the site does not want that page read, or does not answer.
    void check(HttpUrl url, Source source) throws FetchEnd, InterruptedException {
        var robots = url.newBuilder().encodedPath("/robots.txt").query(null).fragment(null).build();
        var known = find(robots.toString());
        if (known == null) {
            known = read(robots, source);
            keep(robots.toString(), known);
        }
        if (known.instead().isPresent()) {
            throw new FetchEnd(known.instead().get());
        }
        if (!known.rules().isAllowed(url.newBuilder().fragment(null).build().toString())) {
            throw new FetchEnd(
                    new FetchFailure.NotAllowed(
                            "The robots.txt of %s asks not to read this page."
                                    .formatted(Guard.name(url)),
                            false));
        }
    }

    private Kept read(HttpUrl robots, Source source) throws FetchEnd, InterruptedException {
        var now = clock.instant();
        return switch (source.fetch(robots)) {
            case Fetched fetched ->
                    new Kept(
                            rules(robots, fetched),
                            Optional.empty(),
                            fetched.bytes().length,
                            now.plus(DAY));
            case FetchFailure.BadStatus bad when bad.isPassing() -> unreachable(bad, now);
            // Every other answer says that there is none, and so does one that leads nowhere
            // (2.3.1.2).
            case FetchFailure.BadStatus _,
                    FetchFailure.TooManyRedirects _,
                    FetchFailure.NotHttp _,
                    FetchFailure.TooLarge _ ->
                    new Kept(
                            new SimpleRobotRules(RobotRulesMode.ALLOW_ALL),
                            Optional.empty(),
                            0,
                            now.plus(DAY));
            case FetchFailure.HostBusy busy -> throw new FetchEnd(busy);
            case FetchFailure.Stopped stopped -> throw new FetchEnd(stopped);
            // The page itself would fare no better.
            case FetchFailure.NotAllowed failure -> throw new FetchEnd(failure);
            case FetchFailure.DnsFailed failure -> throw new FetchEnd(failure);
            case FetchFailure.TimedOut failure -> throw new FetchEnd(failure);
            case FetchFailure.TlsFailed failure -> throw new FetchEnd(failure);
            case FetchFailure.Broken failure -> throw new FetchEnd(failure);
        };
    }

    private static Kept unreachable(FetchFailure.BadStatus bad, Instant now) {
        var failure =
                new FetchFailure.NotAllowed(
                        "The robots.txt of %s cannot be had (status %d), so nothing is read there for now."
                                .formatted(bad.host(), bad.status()),
                        true);
        return new Kept(
                new SimpleRobotRules(RobotRulesMode.ALLOW_NONE),
                Optional.of(failure),
                0,
                now.plus(SOON));
    }

    private SimpleRobotRules rules(HttpUrl robots, Fetched fetched) {
        // No warnings: whatever is wrong with a stranger's file is not ours to log.
        return new SimpleRobotRulesParser(DAY.toMillis(), 0)
                .parseContent(robots.toString(), fetched.bytes(), "text/plain", List.of(robot));
    }

    private synchronized @Nullable Kept find(String robots) {
        var found = kept.get(robots);
        return found != null && found.until().isAfter(clock.instant()) ? found : null;
    }

    private synchronized void keep(String robots, Kept fresh) {
        var old = kept.put(robots, fresh);
        held += fresh.weight() - (old == null ? 0 : old.weight());
        var eldest = kept.entrySet().iterator();
        while ((kept.size() > MOST_HOSTS || held > MOST_HELD) && kept.size() > 1) {
            held -= eldest.next().getValue().weight();
            eldest.remove();
        }
    }
}
