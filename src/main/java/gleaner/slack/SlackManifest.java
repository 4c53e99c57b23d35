package gleaner.slack;

import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The app that a workspace's owner makes from Gleaner's description: what it may do, what it
/// hears, its command.
///
/// See <https://docs.slack.dev/reference/app-manifest>. Exactly the scopes that are used, so that
/// an owner can say what each is for.
public final class SlackManifest {

    /// What the bot token has to be allowed, each with what it is used for.
    enum Scope {
        APP_MENTIONS_READ("app_mentions:read"),
        CANVASES_WRITE("canvases:write"),
        CHANNELS_HISTORY("channels:history"),
        CHANNELS_READ("channels:read"),
        CHAT_WRITE("chat:write"),
        COMMANDS("commands"),
        FILES_READ("files:read"),
        FILES_WRITE("files:write"),
        GROUPS_HISTORY("groups:history"),
        GROUPS_READ("groups:read"),
        IM_HISTORY("im:history"),
        IM_READ("im:read"),
        MPIM_HISTORY("mpim:history"),
        MPIM_READ("mpim:read"),
        REACTIONS_READ("reactions:read"),
        REACTIONS_WRITE("reactions:write"),
        USERS_READ("users:read");

        private final String name;

        Scope(String name) {
            this.name = name;
        }
    }

    private static final List<String> EVENTS =
            List.of(
                    "app_home_opened",
                    "app_mention",
                    "app_uninstalled",
                    "channel_archive",
                    "channel_rename",
                    "member_joined_channel",
                    "message.channels",
                    "message.groups",
                    "message.im",
                    "message.mpim",
                    "reaction_added",
                    "reaction_removed",
                    "tokens_revoked",
                    "user_change");

    /// Where requests go in HTTP mode, to be replaced by the owner's own address.
    private static final String URL = "https://YOUR-ADDRESS/slack/events";

    private SlackManifest() {}

    /// The scopes of the bot token.
    ///
    /// @param canvas whether drafts are also made canvases
    public static List<String> scopes(boolean canvas) {
        return java.util.Arrays.stream(Scope.values())
                .filter(scope -> canvas || scope != Scope.CANVASES_WRITE)
                .map(scope -> scope.name)
                .toList();
    }

    /// The manifest, JSON.
    public static String json(SlackSettings.Mode mode, boolean canvas) {
        var root = JsonNodeFactory.instance.objectNode();
        root.putObject("_metadata").put("major_version", 2).put("minor_version", 1);
        root.putObject("display_information")
                .put("name", "Gleaner")
                .put("description", "Gathers the links you share and drafts the newsletter")
                .put("background_color", "#2f4f2f");
        features(root.putObject("features"), mode);
        var scopes = root.putObject("oauth_config").putObject("scopes").putArray("bot");
        scopes(canvas).forEach(scopes::add);
        settings(root.putObject("settings"), mode);
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(root);
    }

    private static void features(ObjectNode features, SlackSettings.Mode mode) {
        features.putObject("app_home")
                .put("home_tab_enabled", true)
                .put("messages_tab_enabled", true)
                .put("messages_tab_read_only_enabled", false);
        features.putObject("bot_user").put("display_name", "gleaner").put("always_online", true);
        var command = features.putArray("slash_commands").addObject().put("command", "/glean");
        if (mode == SlackSettings.Mode.HTTP) {
            command.put("url", URL);
        }
        command.put("description", "Ask Gleaner about the team's links")
                .put("usage_hint", "help | list #tag | digest | add URL #tag")
                .put("should_escape", false);
        var shortcuts = features.putArray("shortcuts");
        shortcut(
                shortcuts.addObject(),
                "Add a link",
                "global",
                SlackDoor.ADD,
                "Keep a link for the newsletter");
        shortcut(
                shortcuts.addObject(),
                "Collect link",
                "message",
                SlackDoor.COLLECT,
                "Keep this message's link");
        shortcut(
                shortcuts.addObject(),
                "Use thread as interview",
                "message",
                SlackDoor.INTERVIEW,
                "Keep this thread's questions and answers");
    }

    private static void shortcut(
            ObjectNode node, String name, String type, String callback, String description) {
        node.put("name", name)
                .put("type", type)
                .put("callback_id", callback)
                .put("description", description);
    }

    private static void settings(ObjectNode settings, SlackSettings.Mode mode) {
        var events = settings.putObject("event_subscriptions");
        if (mode == SlackSettings.Mode.HTTP) {
            events.put("request_url", URL);
        }
        var names = events.putArray("bot_events");
        EVENTS.forEach(names::add);
        var interactivity = settings.putObject("interactivity").put("is_enabled", true);
        if (mode == SlackSettings.Mode.HTTP) {
            interactivity.put("request_url", URL);
        }
        settings.put("org_deploy_enabled", false)
                .put("socket_mode_enabled", mode == SlackSettings.Mode.SOCKET)
                .put("token_rotation_enabled", false);
    }
}
