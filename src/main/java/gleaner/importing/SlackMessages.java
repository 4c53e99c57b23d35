package gleaner.importing;

import gleaner.importing.Problems.Kind;
import gleaner.markdown.Plain;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.slack.SlackWords;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What happened, by the messages of a Slack export, as a bot that was there would have heard it.
///
/// An export holds a message's last words. Where it was edited, they are given twice: with the time
/// of the message, and as an edit with the time of that. Reactions have no time in an export: they
/// have the message's.
///
/// Ids are Slack's: `slack:C012AB3CD` for a channel, the `ts` for a message in it,
/// `slack:U024BE7LH` for a person.
final class SlackMessages {

    private final SlackRoster roster;
    private final SlackWords words;
    private final boolean bots;
    private final Sink sink;

    SlackMessages(SlackRoster roster, boolean bots, Sink sink) {
        this.roster = roster;
        this.words = new SlackWords(roster);
        this.bots = bots;
        this.sink = sink;
    }

    /// Gives the events of one message; none for joins, topics and their like.
    void take(JsonNode message, SlackRoster.Place place) throws Fault {
        if (!message.isObject()) {
            throw new Fault(
                    Kind.FIELD, "The message is %s, not an object".formatted(Json.type(message)));
        }
        if (!message.path("type").stringValue("message").equals("message")) {
            return;
        }
        switch (message.path("subtype").stringValue("")) {
            case "",
                    "me_message",
                    "file_share",
                    "thread_broadcast",
                    "reply_broadcast",
                    "bot_message" ->
                    posted(message, place);
            case "message_changed" -> changed(message, place);
            case "message_deleted" ->
                    sink.event(
                            new MessageDeleted(
                                    id(message.path("deleted_ts"), place),
                                    time(message.path("ts"))));
            case "tombstone" ->
                    sink.event(
                            new MessageDeleted(
                                    id(message.path("ts"), place), time(message.path("ts"))));
            default -> {
                // Somebody joined, left, renamed or pinned something.
            }
        }
    }

    private void posted(JsonNode message, SlackRoster.Place place) throws Fault {
        var text = text(message);
        if (text.isBlank() || (!bots && isBot(message))) {
            return;
        }
        var id = id(message.path("ts"), place);
        var time = time(message.path("ts"));
        var permalink = message.path("permalink").stringValue("");
        sink.event(
                new MessagePosted(
                        id,
                        place.channel(),
                        person(message),
                        time,
                        text,
                        place.visibility(),
                        thread(message, place),
                        Plain.isWeb(permalink)
                                ? Optional.of(Texts.clean(permalink))
                                : Optional.empty(),
                        Optional.empty()));
        if (message.path("edited").has("ts")) {
            sink.event(new MessageEdited(id, time(message.path("edited").path("ts")), text));
        }
        reactions(message.path("reactions"), id, time);
    }

    private void reactions(JsonNode reactions, MessageId id, Instant time) throws Fault {
        for (var reaction : reactions) {
            var emoji = Texts.name(SlackWords.emoji(reaction.path("name").stringValue("")));
            for (var user : reaction.path("users")) {
                var name = Texts.name(user.stringValue(""));
                if (!name.isEmpty() && !emoji.isEmpty()) {
                    sink.event(new ReactionAdded(id, person(name), time, emoji));
                }
            }
        }
    }

    private Person person(String id) {
        return new Person(PersonId.of(SlackRoster.KIND, id), roster.person(id).orElse(""));
    }

    /// An edit; Slack also says "changed" when it adds a preview, which has no `edited`.
    private void changed(JsonNode change, SlackRoster.Place place) throws Fault {
        var message = change.path("message");
        if (message.path("edited").has("ts") && (bots || !isBot(message))) {
            sink.event(
                    new MessageEdited(
                            id(message.path("ts"), place),
                            time(message.path("edited").path("ts")),
                            text(message)));
        }
    }

    private String text(JsonNode message) {
        return Texts.clean(words.markdown(message));
    }

    private static boolean isBot(JsonNode message) {
        return !message.path("bot_id").stringValue("").isEmpty()
                || message.path("subtype").stringValue("").equals("bot_message")
                || message.path("user").stringValue("").equals("USLACKBOT");
    }

    private Person person(JsonNode message) throws Fault {
        var id =
                SlackRoster.firstOf(
                        message.path("user"), message.path("bot_id"), message.path("username"));
        if (id.isEmpty()) {
            throw new Fault(Kind.FIELD, "The message names no 'user'");
        }
        var profile = message.path("user_profile");
        var name =
                roster.person(id)
                        .orElseGet(() ->
                                SlackRoster.firstOf(
                                        profile.path("display_name"),
                                        profile.path("real_name"),
                                        message.path("username"),
                                        message.path("bot_profile").path("name")));
        return new Person(PersonId.of(SlackRoster.KIND, id), name);
    }

    private static Optional<MessageId> thread(JsonNode message, SlackRoster.Place place)
            throws Fault {
        var root = message.path("thread_ts");
        return root.isMissingNode() || root.equals(message.path("ts"))
                ? Optional.empty()
                : Optional.of(id(root, place));
    }

    private static MessageId id(JsonNode ts, SlackRoster.Place place) throws Fault {
        time(ts);
        return new MessageId(place.channel().id(), ts.stringValue(""));
    }

    /// Slack's `1763373600.000200`: seconds, and digits that make it unlike any other in its
    /// channel.
    private static Instant time(JsonNode ts) throws Fault {
        var text = ts.stringValue("");
        if (!isTs(text)) {
            throw new Fault(
                    Kind.DATE,
                    "The 'ts' of a message is to be like 1763373600.000200, not '%s'"
                            .formatted(Texts.name(ts.isMissingNode() ? "" : ts.toString())));
        }
        return Times.seconds(text).orElse(Instant.EPOCH);
    }

    private static boolean isTs(String text) {
        var dot = text.indexOf('.');
        return dot > 0
                && dot <= 10
                && text.length() <= dot + 10
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
                && dot == text.lastIndexOf('.');
    }
}
