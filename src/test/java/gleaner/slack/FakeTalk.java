package gleaner.slack;

import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What people in a made-up workspace say; each of these returns the message's ts.
abstract class FakeTalk extends FakeLine {

    public String say(String channel, String user, String text) {
        return post(
                channel,
                NODES.objectNode().put("type", "message").put("user", user).put("text", text));
    }

    public String reply(String channel, String user, String root, String text) {
        var message = NODES.objectNode().put("type", "message").put("user", user).put("text", text);
        var parent = workspace.message(channel, root);
        var ts = post(channel, message.put("thread_ts", root));
        parent.put("thread_ts", root)
                .put("reply_count", parent.path("reply_count").asInt(0) + 1)
                .put("latest_reply", ts);
        return ts;
    }

    /// Posts a file in a thread.
    public String postFile(String channel, String user, String root, String name, String text) {
        var path = "/files/" + api.posted.size() + "/" + name;
        api.posted.put(path, text);
        var message =
                tools.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "message")
                        .put("subtype", "file_share")
                        .put("user", user)
                        .put("text", "")
                        .put("thread_ts", root);
        message.putArray("files")
                .addObject()
                .put("name", name)
                .put("size", text.length())
                .put("url_private", api.url().resolve(path).toString());
        return post(channel, message);
    }

    /// Posts a message of any shape; its ts is filled in.
    public String post(String channel, ObjectNode message) {
        var ts = workspace.nextTs();
        message.put("ts", ts);
        workspace.messages(channel).put(ts, message);
        event(inChannel(message.deepCopy(), channel));
        return ts;
    }

    /// A message that was said at that time, of which nobody was told.
    public String history(String channel, String user, String text, Instant time) {
        var ts = "%d.%06d".formatted(time.getEpochSecond(), workspace.nextNumber());
        workspace
                .messages(channel)
                .put(
                        ts,
                        NODES.objectNode()
                                .put("type", "message")
                                .put("user", user)
                                .put("text", text)
                                .put("ts", ts));
        return ts;
    }

    public void edit(String channel, String ts, String text) {
        var message = workspace.message(channel, ts);
        var before = message.deepCopy();
        message.put("text", text).remove("blocks");
        message.putObject("edited")
                .put("user", message.path("user").asString(""))
                .put("ts", workspace.nextTs());
        changed(channel, before, message);
    }

    /// Slack adds the preview of a link.
    public void unfurl(String channel, String ts, String url) {
        var message = workspace.message(channel, ts);
        var before = message.deepCopy();
        message.putArray("attachments")
                .addObject()
                .put("from_url", url)
                .put("original_url", url)
                .put("title", "A preview")
                .put("title_link", url + "?preview=1")
                .put("text", "Words of the page, with <https://elsewhere.example/|a link>");
        changed(channel, before, message);
    }

    private void changed(String channel, ObjectNode before, ObjectNode message) {
        var event =
                NODES.objectNode()
                        .put("type", "message")
                        .put("subtype", "message_changed")
                        .put("hidden", true);
        event.set("message", message.deepCopy());
        event.set("previous_message", before);
        event.put("ts", workspace.nextTs());
        event(inChannel(event, channel));
    }

    public void delete(String channel, String ts) {
        delete(channel, ts, true);
    }

    /// Somebody deletes a message.
    ///
    /// @param tellsWhat whether the event says which words went, which Slack does not promise
    public void delete(String channel, String ts, boolean tellsWhat) {
        var before = workspace.message(channel, ts);
        workspace.messages(channel).remove(ts);
        var event =
                NODES.objectNode()
                        .put("type", "message")
                        .put("subtype", "message_deleted")
                        .put("hidden", true)
                        .put("deleted_ts", ts);
        if (tellsWhat) {
            event.set("previous_message", before);
        }
        event(inChannel(event.put("ts", workspace.nextTs()), channel));
    }

    public void react(String channel, String ts, String user, String emoji) {
        var message = workspace.message(channel, ts);
        var reactions =
                message.has("reactions")
                        ? (ArrayNode) message.get("reactions")
                        : message.putArray("reactions");
        for (var each : reactions) {
            if (each.path("name").asString("").equals(emoji)) {
                ((ArrayNode) each.get("users")).add(user);
                ((ObjectNode) each).put("count", each.get("users").size());
                reaction("reaction_added", channel, ts, user, emoji);
                return;
            }
        }
        reactions.addObject().put("name", emoji).put("count", 1).putArray("users").add(user);
        reaction("reaction_added", channel, ts, user, emoji);
    }

    public void unreact(String channel, String ts, String user, String emoji) {
        workspace.message(channel, ts).remove("reactions");
        reaction("reaction_removed", channel, ts, user, emoji);
    }

    private void reaction(String type, String channel, String ts, String user, String emoji) {
        var event = NODES.objectNode().put("type", type).put("user", user).put("reaction", emoji);
        event.putObject("item").put("type", "message").put("channel", channel).put("ts", ts);
        event(event.put("event_ts", workspace.nextTs()));
    }

    /// Somebody types `/glean` with these words.
    public void slash(String channel, String user, String text) {
        var number = workspace.nextNumber();
        var payload =
                NODES.objectNode()
                        .put("command", "/glean")
                        .put("text", text)
                        .put("channel_id", channel)
                        .put("channel_name", "general")
                        .put("user_id", user)
                        .put("user_name", "somebody")
                        .put("team_id", "T1")
                        .put("token", "verification")
                        .put("api_app_id", "A1")
                        .put("trigger_id", "tr." + number)
                        .put("response_url", apiUrl().resolve("/respond/" + number).toString());
        envelope("slash_commands", payload);
    }

    /// A mention comes twice: as a message, and as a mention.
    public String mention(String channel, String user, String text) {
        var ts = say(channel, user, "<@" + FakeSlack.SELF + "> " + text);
        var event = workspace.message(channel, ts).deepCopy().put("type", "app_mention");
        event(event.put("channel", channel).put("event_ts", ts));
        return ts;
    }
}
