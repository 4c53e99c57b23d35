package gleaner.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at tokens, scopes and channels, and says what is wrong and where in Slack it is put right.
public final class SlackProbe {

    private SlackProbe() {}

    /// How bad it is.
    public enum Level {
        OK,
        WARN,
        FAIL
    }

    /// What was found.
    ///
    /// @param remedy what to do; empty where nothing is to be done
    public record Finding(Level level, String sentence, String remedy) {}

    /// Asks Slack; makes no change and posts nothing.
    public static List<Finding> examine(SlackSettings settings, SlackTokens tokens)
            throws InterruptedException {
        var findings = new ArrayList<Finding>();
        var threads = new OwnThreads();
        var slack = SlackClient.of(settings, threads);
        try {
            var stop = new Stop();
            var root = settings.apiUrl().toString();
            bot(new SlackApi(slack, root, tokens.bot(), stop), settings, tokens, findings);
            switch (settings.mode()) {
                case SOCKET ->
                        socket(
                                tokens.app(),
                                token -> new SlackApi(slack, root, token, stop),
                                findings);
                case HTTP -> {
                    if (tokens.signingSecret().isEmpty()) {
                        findings.add(
                                new Finding(
                                        Level.FAIL,
                                        "SLACK_SIGNING_SECRET is not set, and 'slack.mode: http' needs it.",
                                        "In Slack: 'Basic Information', 'App Credentials', 'Signing Secret'."));
                    }
                }
            }
        } finally {
            SlackClient.close(slack);
            threads.close(java.time.Duration.ofSeconds(2));
        }
        return findings;
    }

    private static void bot(
            SlackApi api, SlackSettings settings, SlackTokens tokens, List<Finding> findings) {
        if (!tokens.bot().startsWith("xoxb-")) {
            findings.add(
                    new Finding(
                            Level.WARN,
                            "SLACK_BOT_TOKEN does not begin with xoxb-, so it is no bot's token.",
                            "In Slack: 'OAuth & Permissions', 'Bot User OAuth Token'."));
        }
        try {
            var answer = api.ask("auth.test", Map.of());
            findings.add(
                    new Finding(
                            Level.OK,
                            "Slack knows Gleaner as @%s in the workspace '%s'."
                                    .formatted(
                                            answer.body().path("user").asString("?"),
                                            answer.body().path("team").asString("?")),
                            ""));
            scopes(answer.scopes(), SlackManifest.scopes(settings.canvas()), findings);
            channels(api, settings.editorsChannel(), findings);
        } catch (SlackFailure e) {
            findings.add(new Finding(Level.FAIL, SlackTroubles.sentence(e, ""), ""));
        }
    }

    private static void scopes(List<String> granted, List<String> wanted, List<Finding> findings) {
        var missing = wanted.stream().filter(scope -> !granted.contains(scope)).toList();
        if (granted.isEmpty()) {
            findings.add(
                    new Finding(Level.WARN, "Slack did not say which scopes the token has.", ""));
        } else if (missing.isEmpty()) {
            findings.add(
                    new Finding(
                            Level.OK,
                            "The bot token has all %d scopes.".formatted(wanted.size()),
                            ""));
        } else {
            findings.add(
                    new Finding(
                            Level.FAIL,
                            "The bot token lacks %s.".formatted(String.join(", ", missing)),
                            "In Slack: 'OAuth & Permissions', 'Bot Token Scopes', 'Add an OAuth Scope'; then 'Reinstall to Workspace'."));
        }
    }

    private static void channels(
            SlackApi api, Optional<String> editorsChannel, List<Finding> findings) {
        try {
            var channels = Conversations.of(api, "public_channel,private_channel");
            findings.add(
                    channels.isEmpty()
                            ? new Finding(
                                    Level.WARN,
                                    "Gleaner is in no channel, so it hears nothing.",
                                    "Say '/invite @gleaner' in one.")
                            : new Finding(
                                    Level.OK,
                                    "Gleaner listens in %d channel%s."
                                            .formatted(
                                                    channels.size(),
                                                    channels.size() == 1 ? "" : "s"),
                                    ""));
            editorsChannel
                    .filter(id ->
                            channels.stream()
                                    .noneMatch(each -> each.path("id").asString("").equals(id)))
                    .ifPresent(id ->
                            findings.add(
                                    new Finding(
                                            Level.WARN,
                                            "Gleaner is not in the editors' channel %s."
                                                    .formatted(id),
                                            "Say '/invite @gleaner' there, or correct 'slack.editors-channel'.")));
        } catch (SlackFailure e) {
            findings.add(new Finding(Level.FAIL, SlackTroubles.sentence(e, ""), ""));
        }
    }

    private interface Apis {
        SlackApi with(String token);
    }

    private static void socket(Optional<String> token, Apis apis, List<Finding> findings) {
        if (token.isEmpty()) {
            findings.add(
                    new Finding(
                            Level.FAIL,
                            "SLACK_APP_TOKEN is not set, and 'slack.mode: socket' needs it.",
                            "In Slack: 'Basic Information', 'App-Level Tokens', 'Generate Token and Scopes', with connections:write."));
            return;
        }
        try {
            apis.with(token.get()).call("apps.connections.open", Map.of());
            findings.add(
                    new Finding(Level.OK, "Slack opens a socket for the app-level token.", ""));
        } catch (SlackFailure e) {
            findings.add(new Finding(Level.FAIL, appToken(e), ""));
        }
    }

    /// Why Slack opens no socket.
    static String appToken(SlackFailure failure) {
        return switch (failure.code()) {
            case "missing_scope" ->
                    "The token in SLACK_APP_TOKEN lacks connections:write; in Slack: 'Basic Information', 'App-Level Tokens', make one that has it.";
            case "not_allowed_token_type",
                    "invalid_auth",
                    "not_authed",
                    "token_revoked",
                    "account_inactive" ->
                    "Slack does not take the token in SLACK_APP_TOKEN; in Slack: 'Basic Information', 'App-Level Tokens', copy one that begins with xapp-.";
            case SlackFailure.AWAY -> SlackTroubles.sentence(failure, "");
            default ->
                    "Slack opens no socket (%s); check that 'Socket Mode' is enabled in the app's settings."
                            .formatted(failure.code());
        };
    }
}
