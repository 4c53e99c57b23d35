package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// If these fail, an owner installs an app that may not do what it needs to, or more than it needs
/// to.
class SlackManifestTest {

    /// The scopes that each event wants: <https://docs.slack.dev/reference/events>, a page for
    /// each.
    private static final Map<String, Set<String>> EVENTS =
            Map.ofEntries(
                    Map.entry("app_home_opened", Set.of()),
                    Map.entry("app_mention", Set.of("app_mentions:read")),
                    Map.entry("app_uninstalled", Set.of()),
                    Map.entry("channel_archive", Set.of("channels:read")),
                    Map.entry("channel_rename", Set.of("channels:read")),
                    Map.entry("member_joined_channel", Set.of("channels:read", "groups:read")),
                    Map.entry("message.channels", Set.of("channels:history")),
                    Map.entry("message.groups", Set.of("groups:history")),
                    Map.entry("message.im", Set.of("im:history")),
                    Map.entry("message.mpim", Set.of("mpim:history")),
                    Map.entry("reaction_added", Set.of("reactions:read")),
                    Map.entry("reaction_removed", Set.of("reactions:read")),
                    Map.entry("tokens_revoked", Set.of()),
                    Map.entry("user_change", Set.of("users:read")));

    private static final Pattern METHOD =
            Pattern.compile(
                    "\"((?:apps|auth|bots|bookmarks|canvases|chat|conversations|emoji|files|pins|reactions|team|usergroups|users|views)\\.[A-Za-z.]+)\"");

    /// A host, and what a failure calls the addresses that files go to and come from.
    private static final Set<String> NO_METHODS =
            Set.of("files.slack.com", "files.upload", "files.download");

    private static Set<String> called() throws IOException {
        var called = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/java/gleaner/slack"))) {
            for (var file : files.toList()) {
                METHOD.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(called::add);
            }
        }
        called.removeAll(NO_METHODS);
        return called;
    }

    private static List<String> events() {
        var events =
                new JsonMapper()
                        .readTree(SlackManifest.json(SlackSettings.Mode.SOCKET, true))
                        .path("settings")
                        .path("event_subscriptions")
                        .path("bot_events");
        return events.valueStream().map(event -> event.asString("")).toList();
    }

    @Test
    void theScopesAreThoseOfWhatIsCalledAndHeardAndNoOthers() throws IOException {
        var wanted = new TreeSet<>(Set.of("commands", "files:read"));
        called().forEach(method -> wanted.addAll(FakeMethods.scopes(method)));
        events().forEach(event -> wanted.addAll(EVENTS.get(event)));
        assertThat(SlackManifest.scopes(true)).containsExactlyElementsOf(wanted);
        wanted.remove("canvases:write");
        assertThat(SlackManifest.scopes(false)).containsExactlyElementsOf(wanted);
    }

    @Test
    void theMadeUpSlackKnowsEveryMethodThatIsCalledAndNoOthers() throws IOException {
        assertThat(called()).containsExactlyInAnyOrderElementsOf(FakeMethods.names());
    }

    @Test
    void everyEventThatIsHeardIsOneOfSlacks() {
        assertThat(events()).containsExactlyInAnyOrderElementsOf(EVENTS.keySet());
    }
}
