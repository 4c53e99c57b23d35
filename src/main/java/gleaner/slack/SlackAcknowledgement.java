package gleaner.slack;

import gleaner.slack.SlackOutbox.Answer;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Says that a link was kept: by a reaction, which disturbs nobody; with another one where it had
/// been shared before, and then who did and when, to the sharer alone.
final class SlackAcknowledgement {

    private final SlackApi api;
    private final SlackArchive archive;
    private final SlackTroubles troubles;
    private final Pace pace;
    private final String ack;
    private final String ackAgain;
    private final JsonMapper json = new JsonMapper();

    SlackAcknowledgement(
            SlackApi api,
            SlackArchive archive,
            SlackTroubles troubles,
            Pace pace,
            String ack,
            String ackAgain) {
        this.api = api;
        this.archive = archive;
        this.troubles = troubles;
        this.pace = pace;
        this.ack = ack;
        this.ackAgain = ackAgain;
    }

    /// Whether the answer is one of a message whose links were kept.
    boolean isOne(Answer answer) {
        return Ts.is(answer.to().id()) && kept(answer.reply().json()).isArray();
    }

    /// Gives it.
    ///
    /// @return whether the answer was one of a message whose links were kept
    /// @throws SlackFailure where Slack refuses the reaction
    boolean give(Answer answer) {
        var kept = kept(answer.reply().json());
        if (!kept.isArray() || !Ts.is(answer.to().id())) {
            return false;
        }
        var again = false;
        for (var link : kept) {
            again |= !link.path("new").asBoolean(true);
        }
        if (again) {
            note(answer, kept);
        }
        react(answer, again ? ackAgain : ack);
        return true;
    }

    private JsonNode kept(String text) {
        try {
            return json.readTree(text).path("kept");
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }

    private void react(Answer answer, String emoji) {
        try {
            api.call(
                    "reactions.add",
                    Map.of(
                            "channel",
                            answer.to().channel().name(),
                            "timestamp",
                            answer.to().id(),
                            "name",
                            emoji));
        } catch (SlackFailure e) {
            switch (e.code()) {
                case "already_reacted", "message_not_found", "no_item_specified" -> {
                    // It is there already, or its message is gone: either way there is nothing left
                    // to do.
                }
                default -> throw e;
            }
        }
    }

    /// The note stands before the reaction: what dies in between tells it twice rather than never.
    private void note(Answer answer, JsonNode kept) {
        var message = archive.message(answer.to());
        if (message.isEmpty() || message.get().person().id().name().startsWith("B")) {
            return;
        }
        var lines = answer.reply().markdown().lines().toList();
        var told = new ArrayList<String>();
        for (int i = 0; i < Math.min(kept.size(), lines.size()); i++) {
            if (!kept.path(i).path("new").asBoolean(true)) {
                told.add(lines.get(i));
            }
        }
        if (told.isEmpty()) {
            return;
        }
        var parameters = new TreeMap<String, String>();
        parameters.put("channel", answer.to().channel().name());
        parameters.put("user", message.get().person().id().name());
        parameters.put("text", MrkdwnWriter.of(String.join("\n\n", told)));
        message.get().replyTo().ifPresent(root -> parameters.put("thread_ts", root.id()));
        try {
            pace.await(answer.to().channel().name());
            api.call("chat.postEphemeral", parameters);
        } catch (SlackFailure e) {
            if (e.isPassing() || e.isLockedOut()) {
                throw e;
            }
            if (!Unreachable.is(e)) {
                troubles.tell(e, answer.to().channel().name());
            }
        }
    }
}
