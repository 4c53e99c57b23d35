package gleaner.slack;

import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.Event.ReactionRemoved;
import gleaner.news.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Up to where Gleaner has heard everything: in all, in each channel, and which threads were alive.
final class Marks {

    /// A thread in which nobody wrote for that long is not looked into after an absence.
    static final Duration THREAD = Duration.ofDays(7);

    private static final String ALIVE = "alive";
    private static final String CHANNELS = "channels";
    private static final String THREADS = "threads";

    private final SlackMemory memory;

    Marks(SlackMemory memory) {
        this.memory = memory;
    }

    /// Notes that they were heard.
    void heard(List<Event> events) {
        var channels = new TreeMap<String, Long>();
        var threads = new TreeMap<String, Long>();
        for (var event : events) {
            switch (event) {
                case MessagePosted posted ->
                        mark(posted.message(), posted.replyTo(), channels, threads);
                case CommandGiven command ->
                        mark(command.message(), command.about(), channels, threads);
                case MessageEdited _, MessageDeleted _, ReactionAdded _, ReactionRemoved _ -> {}
            }
        }
        memory.raise(CHANNELS, channels);
        memory.raise(THREADS, threads);
    }

    private static void mark(
            MessageId message,
            Optional<MessageId> root,
            Map<String, Long> channels,
            Map<String, Long> threads) {
        Ts.micros(message.id())
                .ifPresent(micros -> {
                    var channel = message.channel().name();
                    channels.merge(channel, micros, Math::max);
                    root.ifPresent(
                            first -> threads.merge(channel + "/" + first.id(), micros, Math::max));
                });
    }

    /// Notes that a channel is listened to from then on.
    void joined(String channel, Instant time) {
        memory.raise(CHANNELS, Map.of(channel, micros(time)));
    }

    /// The newest message of each channel, in microseconds.
    Map<String, Long> channels() {
        return memory.table(CHANNELS);
    }

    /// The roots of the threads in a channel that were alive lately, the newest last.
    List<String> threads(String channel, Instant now) {
        memory.dropBelow(THREADS, micros(now.minus(THREAD)));
        return memory.table(THREADS).keySet().stream()
                .filter(name -> name.startsWith(channel + "/"))
                .map(name -> name.substring(channel.length() + 1))
                .toList();
    }

    /// Up to when Slack was listened to without a gap; none where it never was.
    Optional<Instant> alive() {
        return Optional.ofNullable(memory.table(ALIVE).get("at"))
                .map(micros -> Instant.ofEpochMilli(Math.floorDiv(micros, 1000)));
    }

    void alive(Instant time) {
        memory.raise(ALIVE, Map.of("at", micros(time)));
    }

    static long micros(Instant time) {
        return time.toEpochMilli() * 1000;
    }
}
