package gleaner.slack;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What people in a made-up workspace press and fill in.
abstract class FakeHands extends FakeTalk {

    private final Map<String, JsonNode> views = new ConcurrentHashMap<>();

    /// Somebody presses a button or chooses from a menu of a message that was posted to a
    /// `response_url` or a channel.
    ///
    /// @param element the button, or the menu with `selected_option` set
    /// @return the `response_url` that goes with it
    public String press(String channel, String user, String blockId, JsonNode element) {
        var payload = interaction("block_actions", user);
        payload.putObject("channel").put("id", channel).put("name", "somewhere");
        payload.putObject("container")
                .put("type", "message")
                .put("channel_id", channel)
                .put("message_ts", workspace.nextTs())
                .put("is_ephemeral", true);
        var url = apiUrl().resolve("/respond/" + workspace.nextNumber()).toString();
        payload.put("response_url", url);
        action(payload, blockId, element);
        envelope("interactive", payload);
        return url;
    }

    /// Somebody presses something in Gleaner's tab.
    public void pressAtHome(String user, String blockId, JsonNode element) {
        var payload = interaction("block_actions", user);
        payload.putObject("container").put("type", "view").put("view_id", "V" + user);
        payload.putObject("view").put("id", "V" + user).put("type", "home");
        action(payload, blockId, element);
        envelope("interactive", payload);
    }

    private void action(ObjectNode payload, String blockId, JsonNode element) {
        var action =
                ((ObjectNode) element.deepCopy())
                        .put("block_id", blockId)
                        .put("action_ts", workspace.nextTs());
        action.remove("options");
        payload.putArray("actions").add(action);
    }

    /// Somebody opens Gleaner's tab.
    public void openHome(String user) {
        event(
                NODES.objectNode()
                        .put("type", "app_home_opened")
                        .put("user", user)
                        .put("channel", "D" + user)
                        .put("tab", "home")
                        .put("event_ts", workspace.nextTs()));
    }

    /// What stands in somebody's tab.
    public JsonNode home(String user) {
        return api.screens().home(user);
    }

    public void shortcut(String user, String callback) {
        envelope("interactive", interaction("shortcut", user).put("callback_id", callback));
    }

    public void messageShortcut(String channel, String user, String ts, String callback) {
        var payload =
                interaction("message_action", user)
                        .put("callback_id", callback)
                        .put("message_ts", ts);
        payload.putObject("channel").put("id", channel).put("name", "somewhere");
        payload.put(
                "response_url", apiUrl().resolve("/respond/" + workspace.nextNumber()).toString());
        payload.set("message", workspace.message(channel, ts).deepCopy());
        envelope("interactive", payload);
    }

    /// Triggers are too old from now on, as after 3 seconds.
    public void expireTriggers() {
        api.screens().expireTriggers();
    }

    /// The form that somebody has open.
    public JsonNode formOf(String user) {
        return views.getOrDefault(user, NODES.missingNode());
    }

    /// Somebody hands the form in with these fields.
    ///
    /// @return the envelope's id, for [#answerTo]
    public String submit(String user, Map<String, String> fields) {
        var payload = interaction("view_submission", user);
        var view = (ObjectNode) formOf(user).deepCopy();
        view.put("id", "V" + workspace.nextNumber()).put("hash", "h" + workspace.nextNumber());
        var values = view.putObject("state").putObject("values");
        for (var block : view.path("blocks")) {
            var id = block.path("block_id").asString("");
            var value = values.putObject(id).putObject(id);
            if (block.path("element").path("type").asString("").equals("static_select")) {
                value.put("type", "static_select");
                if (fields.containsKey(id)) {
                    value.putObject("selected_option").put("value", fields.get(id));
                } else {
                    value.putNull("selected_option");
                }
            } else {
                value.put("type", "plain_text_input").put("value", fields.get(id));
            }
        }
        payload.set("view", view);
        return envelope("interactive", payload);
    }

    /// What was shared as files: their titles and contents.
    public Map<String, String> files() {
        return api.screens().files();
    }

    /// The names of the files that were shared, oldest first.
    public List<String> fileNames() {
        return api.screens().fileNames();
    }

    /// This server takes no blocks, wherever they come.
    public void refuseBlocks() {
        api.screens().refuseBlocks();
    }

    /// Slack can fetch no picture from now on.
    public void refusePictures() {
        api.screens().refusePictures();
    }

    /// The workspace's plan has no canvases.
    public void withoutCanvases() {
        api.screens().withoutCanvases();
    }

    /// The forms that were opened, oldest first.
    public List<JsonNode> forms() {
        return api.screens().forms();
    }

    /// Somebody looks at the form that was opened last.
    public void has(String user) {
        views.put(user, forms().getLast());
    }

    private ObjectNode interaction(String type, String user) {
        var trigger = api.screens().trigger();
        var payload =
                NODES.objectNode()
                        .put("type", type)
                        .put("trigger_id", trigger)
                        .put("token", "verification");
        payload.put("api_app_id", "A1").putObject("team").put("id", "T1").put("domain", "team");
        payload.putObject("user").put("id", user).put("username", "somebody").put("team_id", "T1");
        return payload.put("action_ts", workspace.nextTs());
    }
}
