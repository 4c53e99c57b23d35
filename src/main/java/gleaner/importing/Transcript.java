package gleaner.importing;

import gleaner.importing.Problems.Kind;
import gleaner.news.Channel;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A conversation as JSON lines, one object for everything that happened:
///
///     {"id": "m1", "time": "2026-11-17T09:30:00Z", "person": "ada", "channel": "general", "text": "[Words](https://a.example/)"}
///     {"type": "edit", "id": "m1", "time": 1794909000, "text": "Other words"}
///     {"type": "reaction", "id": "m1", "time": "2026-11-17T10:00:00Z", "person": "ben", "emoji": "tada"}
///     {"type": "command", "time": "2026-11-17T11:00:00Z", "person": "ada", "text": "pick https://a.example/"}
///
/// | field | |
/// |---|---|
/// | `type` | `message` (also where it is missing), `edit`, `delete`, `reaction`, `command` |
/// | `id` | the message's; an edit, a deletion and a reaction name theirs by it; a hash of who wrote what where and when where a message or command has none |
/// | `time` | see [Times]; always needed |
/// | `person` | who; needed by messages, reactions and commands |
/// | `channel` | `general` where it is missing; after a message with the same id, its channel |
/// | `text` | Markdown |
/// | `reply_to` | the id of the message that it answers, in the same channel |
/// | `emoji` | of a reaction, which `"removed": true` takes back |
/// | `private` | `true` where not everybody could read it |
///
/// Channels and people are those of the terminal: `terminal:general`, `terminal:ada`. What else a line says is passed
/// over, with a word. Of the messages' channels the last 50,000 are remembered.
final class Transcript implements Archive {

    private static final String KIND = "terminal";
    private static final String CHANNEL = "general";
    private static final Set<String> FIELDS =
            Set.of(
                    "type",
                    "id",
                    "time",
                    "person",
                    "channel",
                    "text",
                    "reply_to",
                    "emoji",
                    "private",
                    "removed");
    private static final int REMEMBERED = 50_000;
    private static final int STRANGE = 100;

    private final Source source;
    private final Options options;
    private final JsonMapper json;
    private final Times times;
    private final Ids ids = new Ids();
    private final Map<String, ChannelId> channels = remembering();
    private final Set<String> strange = new HashSet<>();

    Transcript(Source source, Options options) {
        this.source = source;
        this.options = options;
        this.json = Json.wholeMapper(options.limits());
        this.times = new Times(options.zone());
    }

    private static Map<String, ChannelId> remembering() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, ChannelId> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    @Override
    public Form form() {
        return Form.TRANSCRIPT;
    }

    @Override
    public void read(Sink sink) {
        var problems = new Problems(source.name(), sink);
        var lines = new Lines(source, options.limits().line(), problems, sink);
        while (lines.next()) {
            try {
                var fields = new Fields(json.readTree(lines.text()));
                sayStrange(fields, lines.number(), problems);
                sink.event(event(fields));
            } catch (JacksonException e) {
                problems.add(
                        Kind.JSON,
                        source.name(),
                        lines.number(),
                        "The line %s; it is left out.".formatted(Json.fault(e)));
            } catch (Fault e) {
                problems.add(
                        e.kind,
                        source.name(),
                        lines.number(),
                        e.sentence() + "; the line is left out.");
            }
        }
        problems.finish();
    }

    @Override
    public void close() {
        source.close();
    }

    private void sayStrange(Fields fields, long line, Problems problems) {
        for (var name : fields.names()) {
            if (!FIELDS.contains(name) && strange.size() < STRANGE && strange.add(name)) {
                problems.add(
                        Kind.UNKNOWN,
                        source.name(),
                        line,
                        "The field '%s' is not known and is passed over; known: %s."
                                .formatted(
                                        Texts.name(name),
                                        String.join(", ", FIELDS.stream().sorted().toList())));
            }
        }
    }

    private Event event(Fields fields) throws Fault {
        var type = fields.optional("type").orElse("message");
        return switch (type) {
            case "message" -> message(fields);
            case "command" -> command(fields);
            case "edit" ->
                    new MessageEdited(about(fields), fields.time(times), fields.text("text"));
            case "delete" -> new MessageDeleted(about(fields), fields.time(times));
            case "reaction" -> reaction(fields);
            default ->
                    throw new Fault(
                            Kind.UNKNOWN,
                            "The type '%s' is not known; known: message, edit, delete, reaction, command"
                                    .formatted(Texts.name(type)));
        };
    }

    private Event message(Fields fields) throws Fault {
        var channel = channel(fields);
        var id = id(fields, channel);
        channels.put(id.id(), channel.id());
        return new MessagePosted(
                id,
                channel,
                person(fields),
                fields.time(times),
                fields.text("text"),
                fields.visibility(),
                replyTo(fields, channel),
                Optional.empty(),
                Optional.empty());
    }

    private Event command(Fields fields) throws Fault {
        var channel = channel(fields);
        return new CommandGiven(
                id(fields, channel),
                channel,
                person(fields),
                fields.time(times),
                fields.text("text"),
                fields.visibility(),
                replyTo(fields, channel));
    }

    private Event reaction(Fields fields) throws Fault {
        var message = about(fields);
        var person = person(fields);
        var time = fields.time(times);
        var emoji = emoji(fields.needed("emoji"));
        return fields.flag("removed")
                ? new ReactionRemoved(message, person, time, emoji)
                : new ReactionAdded(message, person, time, emoji);
    }

    private static String emoji(String written) {
        var name = written.strip();
        return name.length() > 2 && name.startsWith(":") && name.endsWith(":")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    private static Channel channel(Fields fields) throws Fault {
        return Channel.of(KIND, fields.optional("channel").map(Transcript::bare).orElse(CHANNEL));
    }

    private static String bare(String name) {
        return name.startsWith("#") && name.length() > 1 ? name.substring(1) : name;
    }

    private static Person person(Fields fields) throws Fault {
        return Person.of(KIND, fields.needed("person"));
    }

    private MessageId id(Fields fields, Channel channel) throws Fault {
        var given = fields.id("id");
        return given.isPresent()
                ? ids.message(channel.id(), given.get())
                : new MessageId(
                        channel.id(),
                        ids.of(
                                fields.needed("person"),
                                channel.id().value(),
                                fields.time(times).toString(),
                                fields.text("text")));
    }

    /// The message that an edit, a deletion or a reaction is about.
    private MessageId about(Fields fields) throws Fault {
        var id = fields.id("id").orElseThrow(() -> new Fault(Kind.FIELD, "'id' is missing"));
        var channel = channel(fields).id();
        var message = ids.message(channel, id);
        return fields.optional("channel").isPresent()
                ? message
                : new MessageId(channels.getOrDefault(message.id(), channel), message.id());
    }

    private Optional<MessageId> replyTo(Fields fields, Channel channel) throws Fault {
        return fields.id("reply_to").map(id -> ids.message(channel.id(), id));
    }
}
