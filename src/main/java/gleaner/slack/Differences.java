package gleaner.slack;

import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.Event.ReactionRemoved;
import gleaner.news.MessageId;
import gleaner.news.PersonId;
import gleaner.slack.SlackArchive.Known;
import gleaner.slack.SlackArchive.Reaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// How a message as Slack's history has it differs from what is known of it, as events: new,
/// edited, reacted to, a command that nobody heard.
final class Differences {

    private static final Logger log = LoggerFactory.getLogger(Differences.class);

    private final SlackEvents events;
    private final SlackArchive archive;
    private final SlackMemory memory;
    private final Self self;

    Differences(SlackEvents events, SlackArchive archive, SlackMemory memory, Self self) {
        this.events = events;
        this.archive = archive;
        this.memory = memory;
        this.self = self;
    }

    /// What differs.
    ///
    /// @param now the time that reactions are given, for Slack does not tell theirs
    /// @param fresh takes the messages that were not known at all
    List<Event> of(JsonNode message, String channel, Instant now, Set<MessageId> fresh) {
        var missed = new ArrayList<Event>();
        try {
            for (var event : events.ofHistory(message, channel)) {
                switch (event) {
                    case MessagePosted posted -> posted(posted, message, now, fresh, missed);
                    case CommandGiven command -> command(command, message, missed);
                    case MessageEdited _,
                            Event.MessageDeleted _,
                            ReactionAdded _,
                            ReactionRemoved _ -> {}
                }
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            log.error(
                    "A message in Slack's history could not be understood and was left out: {}",
                    e.toString());
        }
        return missed;
    }

    private void posted(
            MessagePosted posted,
            JsonNode message,
            Instant now,
            Set<MessageId> fresh,
            List<Event> missed) {
        var known = archive.known(posted.message());
        if (known.isEmpty()) {
            if (!posted.time().isAfter(now)) {
                fresh.add(posted.message());
            }
            missed.add(posted);
        } else {
            Ts.time(message.path("edited").path("ts").asString(""))
                    .filter(edited -> edited.isAfter(known.get().version()))
                    .ifPresent(edited ->
                            missed.add(new MessageEdited(posted.message(), edited, posted.text())));
        }
        reactions(posted.message(), message.path("reactions"), known, now, missed);
    }

    /// A command that was given while nobody listened is carried out, once, if it is not older than
    /// a day.
    private void command(CommandGiven command, JsonNode message, List<Event> missed) {
        var key = "seen:command:" + command.message();
        if (memory.kept(key).isEmpty() && archive.known(command.message()).isEmpty()) {
            SlackListener.remember(memory, message, command);
            missed.add(command);
        }
    }

    private void reactions(
            MessageId id,
            JsonNode reactions,
            Optional<Known> known,
            Instant now,
            List<Event> missed) {
        var there = new TreeMap<String, Set<PersonId>>();
        var whole = true;
        for (var reaction : reactions) {
            var emoji = SlackWords.emoji(reaction.path("name").asString(""));
            var users = there.computeIfAbsent(emoji, _ -> new LinkedHashSet<>());
            for (var user : reaction.path("users")) {
                if (!user.asString("").isBlank()
                        && !emoji.isBlank()
                        && !self.isUser(user.asString(""))) {
                    users.add(PersonId.of(SlackDirectory.KIND, user.asString("")));
                }
            }
            whole &= reaction.path("count").asInt(0) <= reaction.path("users").size();
        }
        var before = known.map(Known::reactions).orElse(Set.of());
        there.forEach((emoji, users) ->
                users.forEach(user -> {
                    if (!before.contains(new Reaction(user, emoji))) {
                        missed.add(new ReactionAdded(id, person(user), now, emoji));
                    }
                }));
        if (whole) {
            before.stream()
                    .filter(old ->
                            !there.getOrDefault(old.emoji(), Set.of()).contains(old.person()))
                    .forEach(old ->
                            missed.add(
                                    new ReactionRemoved(
                                            id, person(old.person()), now, old.emoji())));
        }
    }

    private gleaner.news.Person person(PersonId id) {
        return events.person(id.name());
    }
}
