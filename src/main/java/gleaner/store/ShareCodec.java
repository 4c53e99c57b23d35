package gleaner.store;

import gleaner.news.Channel;
import gleaner.news.MessageId;
import gleaner.news.Share;
import gleaner.news.Visibility;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A share as JSON. When it went is not part of it: that stands in a field of its own, which the
/// scripts write.
final class ShareCodec {

    private ShareCodec() {}

    static String write(Share share) {
        var node = Json.object();
        Json.putPerson(node, share.person());
        if (!share.channel().name().equals(share.channel().id().name())) {
            node.put("in", share.channel().name());
        }
        node.put("at", share.time().toEpochMilli());
        node.put("url", share.url());
        if (!share.words().isEmpty()) {
            node.put("words", share.words());
        }
        if (!share.sentence().isEmpty()) {
            node.put("sentence", share.sentence());
        }
        Json.putTags(node, "tags", share.tags());
        if (share.quoted()) {
            node.put("quoted", true);
        }
        if (!share.isPublic()) {
            node.put("private", true);
        }
        Json.put(node, "permalink", share.permalink());
        Json.put(node, "section", share.section());
        Json.putTime(node, "edited", share.edited());
        return node.toString();
    }

    static Share read(MessageId message, String json, Optional<Instant> gone) {
        JsonNode node = Json.read(json);
        var channel = message.channel();
        return new Share(
                message,
                Json.person(node),
                new Channel(channel, Json.text(node, "in").orElse("")),
                Instant.ofEpochMilli(node.get("at").asLong()),
                Json.need(node, "url"),
                Json.text(node, "words").orElse(""),
                Json.text(node, "sentence").orElse(""),
                Json.tags(node, "tags"),
                node.has("quoted"),
                node.has("private") ? Visibility.PRIVATE : Visibility.PUBLIC,
                Json.text(node, "permalink"),
                Json.text(node, "section"),
                Json.time(node, "edited"),
                gone);
    }
}
