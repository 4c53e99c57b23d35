package gleaner.store;

import gleaner.news.NewsroomId;
import java.time.Duration;
import java.util.List;

/// Whose turn it is to ask a host for a page, among all processes of a newsroom. Safe for use by
/// many threads; hosts that nobody asks are forgotten by themselves.
///
/// Every method throws [gleaner.news.GleanerException] (UNAVAILABLE) where Redis cannot be asked.
public final class HostTurns {

    private final Redis connection;
    private final Keys keys;

    HostTurns(Redis connection, NewsroomId newsroom) {
        this.connection = connection;
        this.keys = Keys.of(newsroom);
    }

    /// How a host may be asked.
    ///
    /// @param most requests at the same time
    /// @param gap between the starts of two
    /// @param lasts so long one takes at most; then it is not counted any more
    public record Manner(int most, Duration gap, Duration lasts) {}

    /// @param isGranted whether one's turn has come, or comes within the patience
    /// @param after which it comes; where it was not granted, before which it cannot come
    public record Answer(boolean isGranted, Duration after) {}

    /// Asks for a turn.
    ///
    /// @param name that no other request has
    /// @param patience a turn that comes later is not wanted
    public Answer ask(String host, String name, Manner manner, Duration patience) {
        var answer =
                (List<?>)
                        run(
                                host,
                                List.of(
                                        "ask",
                                        name,
                                        Integer.toString(manner.most()),
                                        millis(manner.gap()),
                                        millis(patience),
                                        millis(manner.lasts())));
        return new Answer(number(answer.getFirst()) == 1, Duration.ofMillis(number(answer.get(1))));
    }

    /// Gives a turn back.
    public void leave(String host, String name) {
        run(host, List.of("leave", name));
    }

    /// Lets no request start for that long.
    public void close(String host, Duration time) {
        run(host, List.of("close", millis(time)));
    }

    private Object run(String host, List<String> arguments) {
        return connection.guard(
                () -> Script.TURNS.run(connection.client(), keys.turn(host), arguments));
    }

    private static long number(Object answer) {
        return Long.parseLong(String.valueOf(answer));
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
