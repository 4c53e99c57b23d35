package gleaner.slack;

import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.GleanerException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes events of what was sent, and appends them to the inbox: after the acknowledgement, as
/// slowly as Slack tells the names that are needed for it.
///
/// What dies in between is read again by another process; an event that Slack sends twice is left
/// out the second time.
final class SlackListener implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(SlackListener.class);
    private static final int BATCH = 100;
    private static final Duration WAIT = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SEEN = Duration.ofHours(2);

    /// Longer than [CatchUp] looks back.
    static final Duration SEEN_COMMAND = Duration.ofDays(3);

    static final Duration ROUTE = Duration.ofDays(1);

    private final SlackQueue queue;
    private final SlackInbox inbox;
    private final SlackMemory memory;
    private final SlackEvents events;
    private final SlackNews news;
    private final Marks marks;
    private final Interactions interactions;
    private final Stop stop;
    private final JsonMapper json = new JsonMapper();

    SlackListener(
            SlackQueue queue,
            SlackInbox inbox,
            SlackMemory memory,
            SlackEvents events,
            SlackNews news,
            Marks marks,
            Interactions interactions,
            Stop stop) {
        this.queue = queue;
        this.inbox = inbox;
        this.memory = memory;
        this.events = events;
        this.news = news;
        this.marks = marks;
        this.interactions = interactions;
        this.stop = stop;
    }

    @Override
    public void run() {
        while (!stop.isNow()) {
            try {
                handle(queue.take(BATCH, WAIT));
            } catch (GleanerException e) {
                log.warn("{} Trying again.", e.sentence());
                stop.await(PAUSE);
            }
        }
        try {
            queue.leave();
        } catch (GleanerException e) {
            log.debug("Could not leave the queue: {}", e.sentence());
        }
    }

    /// Works on these until they are in the inbox.
    private void handle(List<SlackQueue.Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var found = new ArrayList<Event>();
        var seen = new ArrayList<String>();
        for (var entry : entries) {
            if (stop.isNow()) {
                return;
            }
            try {
                found.addAll(read(json.readTree(entry.text()), seen));
            } catch (GleanerException e) {
                throw e;
            } catch (JacksonException | IllegalArgumentException | IllegalStateException e) {
                log.error(
                        "Slack sent something that could not be understood and was left out: {}",
                        e.toString());
            }
        }
        while (true) {
            try {
                finish(entries, found, seen);
                return;
            } catch (GleanerException e) {
                log.warn("{} Trying again.", e.sentence());
                if (stop.await(PAUSE)) {
                    return;
                }
            }
        }
    }

    private void finish(List<SlackQueue.Entry> entries, List<Event> found, List<String> seen) {
        inbox.append(found);
        var commands = seen.stream().filter(id -> id.startsWith("command:")).toList();
        var events = seen.stream().filter(id -> !id.startsWith("command:")).toList();
        memory.keepAll(named(events), SEEN);
        memory.keepAll(named(commands), SEEN_COMMAND);
        marks.heard(found);
        queue.done(entries);
    }

    private static List<String> named(List<String> ids) {
        return ids.stream().map(id -> "seen:" + id).toList();
    }

    private List<Event> read(JsonNode entry, List<String> seen) {
        var at = Instant.ofEpochMilli(entry.path("at").asLong(0));
        if (entry.has("slash")) {
            return SlashCommand.of(entry.path("slash"), at)
                    .<List<Event>>map(command -> {
                        memory.keep(
                                Route.name(command.id()),
                                new Route(
                                                command.channel(),
                                                command.user(),
                                                command.responseUrl(),
                                                "",
                                                command.time())
                                        .write(),
                                ROUTE);
                        return List.of(events.slash(command));
                    })
                    .orElseGet(List::of);
        }
        if (!entry.has("event")) {
            return interactions.of(entry, at).stream().filter(each -> isFirst(each, seen)).toList();
        }
        var envelope = entry.path("event");
        var id = envelope.path("event_id").asString("");
        if (!id.isEmpty() && (seen.contains(id) || memory.kept("seen:" + id).isPresent())) {
            return List.of();
        }
        if (!id.isEmpty()) {
            seen.add(id);
        }
        var event = envelope.path("event");
        news.tell(event);
        interactions.tell(event);
        var found = events.of(event, at);
        found.forEach(each -> route(event, each));
        return found.stream().filter(each -> isFirst(each, seen)).toList();
    }

    /// A mention comes as a message and as a mention: the second is left out.
    private boolean isFirst(Event event, List<String> seen) {
        if (!(event instanceof CommandGiven command)) {
            return true;
        }
        var key = "command:" + command.message();
        if (seen.contains(key) || memory.kept("seen:" + key).isPresent()) {
            return false;
        }
        seen.add(key);
        return true;
    }

    private void route(JsonNode event, Event each) {
        if (each instanceof CommandGiven command) {
            remember(memory, event, command);
        }
    }

    /// Notes in which thread a command is answered.
    static void remember(SlackMemory memory, JsonNode message, CommandGiven command) {
        var thread = message.path("thread_ts").asString("");
        memory.keep(
                Route.name(command.message()),
                new Route(
                                command.message().channel().name(),
                                command.person().id().name(),
                                "",
                                Ts.is(thread) ? thread : command.message().id(),
                                command.time())
                        .write(),
                ROUTE);
    }
}
