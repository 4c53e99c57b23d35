package gleaner.store;

import gleaner.news.Channel;
import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.Event.ReactionRemoved;
import gleaner.news.MessageId;
import gleaner.news.Visibility;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Events as JSON, in the inbox and beside a message.
final class EventCodec {

    private EventCodec() {}

    static String write(Delivery delivery) {
        var node = write(delivery.event());
        node.put("address", delivery.address());
        if (delivery.history()) {
            node.put("history", true);
        }
        return node.toString();
    }

    static Delivery readDelivery(String json) {
        var node = Json.read(json);
        return new Delivery(read(node), Json.need(node, "address"), node.has("history"));
    }

    /// A message without its words: what an edit does not tell.
    static String envelope(MessagePosted message) {
        var node = write(message);
        node.remove("text");
        return node.toString();
    }

    static MessagePosted message(String envelope, String text) {
        var node = (ObjectNode) Json.read(envelope);
        node.put("text", text);
        return posted(node);
    }

    private static ObjectNode write(Event event) {
        var node = Json.object();
        node.put("message", event.message().toString());
        node.put("at", event.time().toEpochMilli());
        switch (event) {
            case MessagePosted posted -> {
                node.put("type", "posted");
                channel(node, posted.channel());
                Json.putPerson(node, posted.person());
                node.put("text", posted.text());
                visibility(node, posted.visibility());
                Json.put(node, "reply", posted.replyTo().map(MessageId::toString));
                Json.put(node, "permalink", posted.permalink());
                Json.put(node, "section", posted.section());
            }
            case MessageEdited edited -> node.put("type", "edited").put("text", edited.text());
            case MessageDeleted _ -> node.put("type", "deleted");
            case ReactionAdded added -> {
                node.put("type", "reacted").put("emoji", added.emoji());
                Json.putPerson(node, added.person());
            }
            case ReactionRemoved removed -> {
                node.put("type", "unreacted").put("emoji", removed.emoji());
                Json.putPerson(node, removed.person());
            }
            case CommandGiven command -> {
                node.put("type", "command");
                channel(node, command.channel());
                Json.putPerson(node, command.person());
                node.put("text", command.text());
                visibility(node, command.visibility());
                Json.put(node, "about", command.about().map(MessageId::toString));
                Json.put(node, "permalink", command.permalink());
            }
        }
        return node;
    }

    private static Event read(JsonNode node) {
        var message = MessageId.parse(Json.need(node, "message"));
        var time = Instant.ofEpochMilli(node.get("at").asLong());
        return switch (Json.need(node, "type")) {
            case "posted" -> posted(node);
            case "edited" -> new MessageEdited(message, time, Json.need(node, "text"));
            case "deleted" -> new MessageDeleted(message, time);
            case "reacted" ->
                    new ReactionAdded(message, Json.person(node), time, Json.need(node, "emoji"));
            case "unreacted" ->
                    new ReactionRemoved(message, Json.person(node), time, Json.need(node, "emoji"));
            case "command" ->
                    new CommandGiven(
                            message,
                            channel(node, message),
                            Json.person(node),
                            time,
                            Json.need(node, "text"),
                            visibility(node),
                            Json.text(node, "about").map(MessageId::parse),
                            Json.text(node, "permalink"));
            case String other ->
                    throw new IllegalStateException(
                            "Redis holds an event of unknown type '" + other + "'.");
        };
    }

    private static MessagePosted posted(JsonNode node) {
        var message = MessageId.parse(Json.need(node, "message"));
        return new MessagePosted(
                message,
                channel(node, message),
                Json.person(node),
                Instant.ofEpochMilli(node.get("at").asLong()),
                Json.need(node, "text"),
                visibility(node),
                Json.text(node, "reply").map(MessageId::parse),
                Json.text(node, "permalink"),
                Json.text(node, "section"));
    }

    private static void channel(ObjectNode node, Channel channel) {
        node.put("in", channel.name());
    }

    private static Channel channel(JsonNode node, MessageId message) {
        return new Channel(message.channel(), Json.text(node, "in").orElse(""));
    }

    private static void visibility(ObjectNode node, Visibility visibility) {
        if (visibility == Visibility.PRIVATE) {
            node.put("private", true);
        }
    }

    private static Visibility visibility(JsonNode node) {
        return node.has("private") ? Visibility.PRIVATE : Visibility.PUBLIC;
    }
}
