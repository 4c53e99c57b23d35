package gleaner.slack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What each method of the Web API takes, and what a token must be allowed for it.
///
/// After <https://docs.slack.dev/reference/methods>, a page for each.
final class FakeMethods {

    /// Of conversations there are four kinds, each with a scope of its own.
    private static final Map<String, String> KINDS =
            Map.of(
                    "public_channel", "channels",
                    "private_channel", "groups",
                    "im", "im",
                    "mpim", "mpim");

    /// The parameters, those that it needs with `!`, and the scope that it wants with `@`: `*` is
    /// the kind of the conversation.
    private static final Map<String, String> METHODS =
            Map.ofEntries(
                    Map.entry("auth.test", ""),
                    Map.entry("apps.connections.open", ""),
                    Map.entry("users.info", "user! include_locale @users:read"),
                    Map.entry(
                            "conversations.info",
                            "channel! include_locale include_num_members @*:read"),
                    Map.entry(
                            "users.conversations",
                            "cursor exclude_archived limit team_id types user @*:read"),
                    Map.entry(
                            "conversations.list",
                            "cursor exclude_archived limit team_id types @*:read"),
                    Map.entry(
                            "conversations.history",
                            "channel! cursor include_all_metadata inclusive latest limit oldest"
                                    + " @*:history"),
                    Map.entry(
                            "conversations.replies",
                            "channel! ts! cursor include_all_metadata inclusive latest limit oldest"
                                    + " @*:history"),
                    Map.entry("reactions.add", "channel! name! timestamp! @reactions:write"),
                    Map.entry(
                            "chat.postMessage",
                            "channel! text blocks attachments thread_ts unfurl_links unfurl_media"
                                    + " metadata mrkdwn reply_broadcast @chat:write"),
                    Map.entry(
                            "chat.postEphemeral",
                            "channel! user! text blocks attachments thread_ts @chat:write"),
                    Map.entry("views.open", "trigger_id! view!"),
                    Map.entry("views.publish", "user_id! view! hash"),
                    Map.entry(
                            "files.getUploadURLExternal",
                            "filename! length! alt_text snippet_type @files:write"),
                    Map.entry(
                            "files.completeUploadExternal",
                            "files! channel_id channels thread_ts initial_comment @files:write"),
                    Map.entry(
                            "canvases.create", "title document_content channel_id @canvases:write"),
                    Map.entry(
                            "canvases.access.set",
                            "canvas_id! access_level! channel_ids user_ids @canvases:write"));

    private FakeMethods() {}

    static Set<String> names() {
        return METHODS.keySet();
    }

    static boolean has(String method) {
        return METHODS.containsKey(method);
    }

    private static List<String> rules(String method) {
        return Arrays.stream(METHODS.getOrDefault(method, "").split(" "))
                .filter(rule -> !rule.isEmpty())
                .toList();
    }

    /// What is wrong with the parameters; those that the method does not know begin with `with`.
    static List<String> wrong(String method, Map<String, String> form) {
        var wrong = new ArrayList<String>();
        var known = new TreeSet<String>();
        for (var rule : rules(method)) {
            var name = rule.replace("!", "");
            known.add(name);
            if (rule.endsWith("!") && form.getOrDefault(name, "").isEmpty()) {
                wrong.add("without " + name);
            }
        }
        form.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong.add("with " + name));
        return wrong;
    }

    /// Every scope that the method may want.
    static Set<String> scopes(String method) {
        var scopes = new TreeSet<String>();
        scope(method)
                .ifPresent(scope ->
                        (scope.startsWith("*") ? KINDS.values().stream() : Stream.of("*"))
                                .map(kind -> scope.replace("*", kind))
                                .forEach(scopes::add));
        return scopes;
    }

    /// The scopes that this call wants, all of them.
    static Set<String> scopes(String method, Map<String, String> form, FakeWorkspace workspace) {
        var scope = scope(method).orElse("");
        if (!scope.startsWith("*")) {
            return scopes(method);
        }
        var kinds =
                form.containsKey("channel")
                        ? Optional.ofNullable(workspace.channels.get(form.get("channel")))
                                .map(FakeWorkspace::type)
                                .stream()
                        : Stream.of(form.getOrDefault("types", "public_channel").split(","));
        var scopes = new TreeSet<String>();
        kinds.map(KINDS::get).map(kind -> scope.replace("*", kind)).forEach(scopes::add);
        return scopes;
    }

    private static Optional<String> scope(String method) {
        return rules(method).stream()
                .filter(rule -> rule.startsWith("@"))
                .map(rule -> rule.substring(1))
                .findFirst();
    }
}
