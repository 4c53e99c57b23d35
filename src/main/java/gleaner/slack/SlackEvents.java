package gleaner.slack;

import gleaner.news.ChannelId;
import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.Event.ReactionRemoved;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What Slack says happened, as events; the raw JSON is read, because Slack's own types drop what
/// they do not know.
///
/// See <https://docs.slack.dev/reference/events/message>. A message that begins with a mention of
/// Gleaner is a command, and so is one without links in a direct message. What is malformed gives
/// no event.
final class SlackEvents {

    private final SlackDirectory directory;
    private final SlackWords words;
    private final Self self;
    private final SlackBots bots;
    private final EditedDrafts drafts;

    SlackEvents(SlackDirectory directory, Self self, SlackBots bots, EditedDrafts drafts) {
        this.drafts = drafts;
        this.directory = directory;
        this.words = new SlackWords(directory);
        this.self = self;
        this.bots = bots;
    }

    /// The events of what stands in an envelope's `event`.
    ///
    /// @param at when it came; counts where the event does not say when it happened
    List<Event> of(JsonNode event, Instant at) {
        return switch (event.path("type").asString("")) {
            case "message" -> message(event, event.path("channel").asString(""));
            case "app_mention" ->
                    isOthers(event)
                            ? command(event, event.path("channel").asString(""))
                            : List.of();
            case "reaction_added", "reaction_removed" -> reaction(event, at);
            default -> List.of();
        };
    }

    /// The events of a message as the history of a channel has it, its edit among them.
    List<Event> ofHistory(JsonNode message, String channel) {
        return message(message, channel);
    }

    private List<Event> message(JsonNode event, String channel) {
        if (channel.isEmpty()) {
            return List.of();
        }
        return switch (event.path("subtype").asString("")) {
            case "", "me_message", "file_share", "thread_broadcast", "bot_message" ->
                    posted(event, channel);
            case "message_changed" -> changed(event, channel);
            case "message_deleted" -> deleted(event.path("deleted_ts"), event, channel);
            default -> List.of();
        };
    }

    private List<Event> posted(JsonNode message, String channel) {
        if (!isOthers(message)) {
            return List.of();
        }
        var type = message.path("channel_type").asString("");
        var edited = drafts.command(message);
        if (edited.isPresent()) {
            return command(message, channel, edited.get());
        }
        if (isCommand(message, channel)) {
            return command(message, channel);
        }
        return at(message.path("ts"), channel)
                .<List<Event>>map(id -> {
                    var time = Ts.time(id.id()).orElse(Instant.EPOCH);
                    var thread = message.path("thread_ts").asString("");
                    return List.of(
                            new MessagePosted(
                                    id,
                                    directory.where(channel),
                                    person(message),
                                    time,
                                    words.markdown(message),
                                    directory.visibility(channel, type),
                                    Ts.is(thread) && !thread.equals(id.id())
                                            ? Optional.of(new MessageId(id.channel(), thread))
                                            : Optional.empty(),
                                    self.url().isEmpty()
                                            ? Optional.empty()
                                            : Optional.of(self.permalink(channel, id.id(), thread)),
                                    Optional.empty()));
                })
                .orElseGet(List::of);
    }

    private boolean isCommand(JsonNode message, String channel) {
        var text = message.path("text").asString("");
        if (self.isAddressed(text)) {
            return true;
        }
        var direct =
                message.path("channel_type").asString("").equals("im") || channel.startsWith("D");
        return direct
                && message.path("user").isString()
                && !text.isBlank()
                && !words.markdown(message).contains("://");
    }

    private List<Event> command(JsonNode message, String channel) {
        var text = message.path("text").asString("");
        var direct = channel.startsWith("D");
        if (channel.isEmpty() || (!self.isAddressed(text) && !direct)) {
            return List.of();
        }
        return command(message, channel, CommandWords.of(self.afterMention(text), directory));
    }

    private List<Event> command(JsonNode message, String channel, String said) {
        return at(message.path("ts"), channel)
                .<List<Event>>map(id -> {
                    var thread = message.path("thread_ts").asString("");
                    return List.of(
                            new CommandGiven(
                                    id,
                                    directory.where(channel),
                                    person(message),
                                    Ts.time(id.id()).orElse(Instant.EPOCH),
                                    said,
                                    directory.visibility(
                                            channel, message.path("channel_type").asString("")),
                                    Ts.is(thread) && !thread.equals(id.id())
                                            ? Optional.of(new MessageId(id.channel(), thread))
                                            : Optional.empty()));
                })
                .orElseGet(List::of);
    }

    /// Slack also says "changed" when it adds a preview or a reply: an edit is where the words are
    /// others.
    private List<Event> changed(JsonNode event, String channel) {
        var message = event.path("message");
        var before = event.path("previous_message");
        if (message.path("subtype").asString("").equals("tombstone")) {
            return deleted(message.path("ts"), event, channel);
        }
        if (!isOthers(message) || isCommand(message, channel)) {
            return List.of();
        }
        var text = words.markdown(message);
        var time = Ts.time(message.path("edited").path("ts").asString(""));
        if (before.isObject() ? words.markdown(before).equals(text) : time.isEmpty()) {
            return List.of();
        }
        var when =
                Ts.edit(
                        message.path("ts").asString(""),
                        message.path("edited").path("ts").asString(""),
                        event.path("ts").asString(""));
        return at(message.path("ts"), channel)
                .flatMap(id ->
                        when.<List<Event>>map(
                                edited -> List.of(new MessageEdited(id, edited, text))))
                .orElseGet(List::of);
    }

    private static List<Event> deleted(JsonNode ts, JsonNode event, String channel) {
        var time =
                Ts.time(event.path("event_ts").asString(""))
                        .or(() -> Ts.time(event.path("ts").asString("")));
        return at(ts, channel)
                .<List<Event>>map(id ->
                        List.of(
                                new MessageDeleted(
                                        id, time.or(() -> Ts.time(id.id())).orElse(Instant.EPOCH))))
                .orElseGet(List::of);
    }

    private List<Event> reaction(JsonNode event, Instant at) {
        var item = event.path("item");
        var user = event.path("user").asString("");
        var emoji = SlackWords.emoji(event.path("reaction").asString(""));
        var time = Ts.time(event.path("event_ts").asString("")).orElse(at);
        var id = at(item.path("ts"), item.path("channel").asString(""));
        if (!item.path("type").asString("message").equals("message")
                || user.isEmpty()
                || emoji.isBlank()
                || self.isUser(user)
                || id.isEmpty()) {
            return List.of();
        }
        var person = directory.who(user, "");
        return List.of(
                event.path("type").asString("").equals("reaction_added")
                        ? new ReactionAdded(id.get(), person, time, emoji)
                        : new ReactionRemoved(id.get(), person, time, emoji));
    }

    /// What a slash command asks, given as Slack's form fields.
    CommandGiven slash(SlashCommand command) {
        return new CommandGiven(
                command.id(),
                directory.where(command.channel()),
                directory.who(command.user(), command.userName()),
                command.time(),
                CommandWords.of(command.text(), directory),
                command.channel().startsWith("C")
                        ? directory.visibility(command.channel(), "")
                        : Visibility.PRIVATE,
                Optional.empty());
    }

    /// Whether somebody wrote it whose words count: a person, or a bot that the configuration
    /// names.
    boolean isOthers(JsonNode message) {
        var user = message.path("user").asString("");
        return !self.isUser(user)
                && !self.isBot(message.path("bot_id").asString(""))
                && !user.equals("USLACKBOT")
                && bots.isHeard(message);
    }

    Person person(String user) {
        return directory.who(user, "");
    }

    private Person person(JsonNode message) {
        var profile = message.path("user_profile");
        var user = message.path("user").asString("");
        var bot = message.path("bot_id").asString("");
        var fallback =
                first(
                        profile.path("display_name"),
                        profile.path("real_name"),
                        message.path("username"),
                        message.path("bot_profile").path("name"));
        if (!user.isBlank()) {
            return directory.who(user, fallback);
        }
        return new Person(
                PersonId.of(SlackDirectory.KIND, bot.isBlank() ? "unknown" : bot), fallback);
    }

    private static String first(JsonNode... nodes) {
        for (var node : nodes) {
            if (!node.asString("").isBlank()) {
                return node.asString("");
            }
        }
        return "";
    }

    private static Optional<MessageId> at(JsonNode ts, String channel) {
        var id = ts.asString("");
        return Ts.is(id) && !channel.isBlank() && channel.indexOf('/') < 0
                ? Optional.of(new MessageId(ChannelId.of(SlackDirectory.KIND, channel), id))
                : Optional.empty();
    }
}
