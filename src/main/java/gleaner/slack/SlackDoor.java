package gleaner.slack;

import gleaner.news.PersonId;
import gleaner.news.Role;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What has to be answered at once when somebody uses a shortcut or hands in a form: a trigger is
/// good for 3 seconds.
///
/// See <https://docs.slack.dev/interactivity/implementing-shortcuts>. A form that could not be
/// opened changes nothing: whoever wanted it asks for it again.
final class SlackDoor {

    static final String COLLECT = "collect_link";
    static final String ADD = "add_link";
    static final String INTERVIEW = "use_interview";

    private static final Logger log = LoggerFactory.getLogger(SlackDoor.class);

    private final SlackApi api;
    private final SlackDesk desk;
    private final SlackTroubles troubles;

    SlackDoor(SlackApi api, SlackDesk desk, SlackTroubles troubles) {
        this.api = api;
        this.desk = desk;
        this.troubles = troubles;
    }

    /// Under which name it is to be kept for later; empty where nothing is.
    Optional<String> keptAs(JsonNode payload) {
        return switch (payload.path("type").asString("")) {
            case "block_actions" -> Optional.of("press");
            case "view_submission" -> isForm(payload) ? Optional.of("view") : Optional.empty();
            case "message_action" ->
                    payload.path("callback_id").asString("").equals(INTERVIEW)
                            ? Optional.of("thread")
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// What is wrong with a form that somebody handed in, as Slack wants to be told; empty where
    /// nothing is.
    Optional<String> refusal(JsonNode payload) {
        if (!payload.path("type").asString("").equals("view_submission") || !isForm(payload)) {
            return Optional.empty();
        }
        var errors = Submission.errors(payload);
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        var answer = JsonNodeFactory.instance.objectNode().put("response_action", "errors");
        var fields = answer.putObject("errors");
        errors.forEach(fields::put);
        return Optional.of(answer.toString());
    }

    private static boolean isForm(JsonNode payload) {
        return payload.path("view").path("callback_id").asString("").equals(CollectModal.CALLBACK);
    }

    /// Opens a form where that was asked for; returns at once.
    void open(JsonNode payload) {
        var callback = payload.path("callback_id").asString("");
        var type = payload.path("type").asString("");
        var collects = type.equals("message_action") && callback.equals(COLLECT);
        if (!collects && !(type.equals("shortcut") && callback.equals(ADD))) {
            return;
        }
        var user = payload.path("user").path("id").asString("");
        var trigger = payload.path("trigger_id").asString("");
        if (user.isBlank() || trigger.isBlank()) {
            return;
        }
        var view =
                CollectModal.view(
                        desk.sections(),
                        desk.roleOf(PersonId.of(SlackDirectory.KIND, user)) == Role.EDITOR,
                        collects ? payload.path("channel").path("id").asString("") : "",
                        collects ? FirstLink.of(payload.path("message")).orElse("") : "");
        Thread.ofVirtual().name("slack-form").start(() -> send(trigger, view.toString()));
    }

    private void send(String trigger, String view) {
        try {
            api.call("views.open", Map.of("trigger_id", trigger, "view", view));
        } catch (SlackFailure e) {
            switch (e.code()) {
                case "expired_trigger_id", "exchanged_trigger_id", "trigger_expired" ->
                        log.info(
                                "A form could not be opened within Slack's 3 seconds ({}).",
                                e.code());
                default -> troubles.tell(e, "");
            }
        }
    }
}
