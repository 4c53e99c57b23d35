package gleaner.slack;

import gleaner.news.GleanerException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells what Slack refused, once, with what to do: in the log, and in the editors' channel as long
/// as that works.
///
/// See <https://docs.slack.dev/reference/methods> for the codes. What passes by itself is told in
/// the log only, and that it passed.
final class SlackTroubles {

    private static final Logger log = LoggerFactory.getLogger(SlackTroubles.class);
    private static final Duration ONCE = Duration.ofDays(1);

    private final SlackApi api;
    private final SlackMemory memory;
    private final Optional<String> editorsChannel;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    SlackTroubles(SlackApi api, SlackMemory memory, Optional<String> editorsChannel) {
        this.api = api;
        this.memory = memory;
        this.editorsChannel = editorsChannel;
    }

    /// Tells it.
    ///
    /// @param channel the id of the channel that it is about; empty for none
    void tell(SlackFailure failure, String channel) {
        var sentence = sentence(failure, channel);
        if (!told.add(sentence)) {
            return;
        }
        log.warn("{}", sentence);
        if (failure.isPassing() || failure.isLockedOut()) {
            return;
        }
        say(sentence);
    }

    /// Says that what was passing has passed.
    void passed() {
        if (told.removeIf(sentence -> sentence.startsWith("Slack cannot be reached"))) {
            log.info("Slack can be reached again.");
        }
    }

    /// Says a sentence to the editors, once a day, whichever process has it.
    private void say(String sentence) {
        try {
            if (editorsChannel.isPresent()
                    && memory.claim("told:" + Integer.toHexString(sentence.hashCode()), ONCE)) {
                api.call(
                        "chat.postMessage",
                        Map.of(
                                "channel",
                                editorsChannel.get(),
                                "text",
                                MrkdwnWriter.escaped(sentence),
                                "unfurl_links",
                                "false"));
            }
        } catch (SlackFailure | GleanerException e) {
            log.warn(
                    "The editors' channel could not be told: {}",
                    sentence(e, editorsChannel.orElse("")));
        }
    }

    private static String sentence(RuntimeException e, String channel) {
        return switch (e) {
            case SlackFailure failure -> sentence(failure, channel);
            case GleanerException ours -> ours.sentence();
            default -> e.toString();
        };
    }

    /// What happened and what to do.
    static String sentence(SlackFailure failure, String channel) {
        var where = channel.isEmpty() ? "a channel" : "the channel " + channel;
        if (failure.method().startsWith("canvases.") && !failure.isPassing()) {
            return "Slack allows no canvas for the draft (%s), so it goes without one; 'slack.canvas: false' stops asking for it."
                    .formatted(failure.code());
        }
        return switch (failure.code()) {
            case SlackFailure.AWAY ->
                    "Slack cannot be reached; Gleaner keeps trying, and reads what it missed once it can.";
            case "ratelimited" ->
                    "Slack asks Gleaner to slow down (%s); it waits as long as Slack says."
                            .formatted(failure.method());
            case "missing_scope" ->
                    "Slack's app lacks the scope %s for %s; add it under 'OAuth & Permissions', 'Bot Token Scopes', and reinstall the app."
                            .formatted(
                                    failure.needed().isEmpty()
                                            ? "(see './gleaner doctor')"
                                            : failure.needed(),
                                    failure.method());
            case "not_in_channel", "channel_not_found" ->
                    "Gleaner is not in %s, so it cannot do %s there; invite it with '/invite @gleaner'."
                            .formatted(where, failure.method());
            case "is_archived" ->
                    "In Slack, %s is archived, so nothing can be said there; unarchive it, or name another one in 'slack.editors-channel' if it is that."
                            .formatted(where);
            case "invalid_auth", "not_authed", "org_login_required" ->
                    "Slack does not know the token in SLACK_BOT_TOKEN; copy the 'Bot User OAuth Token' from 'OAuth & Permissions', and start Gleaner again.";
            case "token_revoked", "token_expired", "account_inactive" ->
                    "Slack's app was removed or its token revoked; install it again under 'Install App', put the new token into SLACK_BOT_TOKEN, and start Gleaner again.";
            case "not_allowed_token_type" ->
                    "Slack wants another kind of token for %s: SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-."
                            .formatted(failure.method());
            case "invalid_name" ->
                    "Slack has no such emoji as 'slack.ack' or 'slack.ack-again' says; name one that the workspace has, without colons.";
            case "too_many_reactions", "too_many_emoji" ->
                    "A message in %s has as many reactions as Slack allows, so Gleaner adds none."
                            .formatted(where);
            case "restricted_action",
                    "restricted_action_read_only_channel",
                    "restricted_action_thread_only_channel" ->
                    "In Slack, %s allows only some people to post; let the app post there, or take Gleaner out of it."
                            .formatted(where);
            default ->
                    "Slack refused %s in %s (%s)."
                            .formatted(failure.method(), where, failure.code());
        };
    }
}
