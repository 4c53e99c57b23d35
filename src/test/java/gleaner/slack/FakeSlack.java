package gleaner.slack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/// A workspace that speaks Slack's protocols over real sockets: the Web API with its scopes, its
/// parameters and its rate limits, Socket Mode with envelopes that are sent again until they are
/// acknowledged.
///
/// Made after Slack's documentation (<https://docs.slack.dev/reference/methods>); the people and
/// words are made up.
public final class FakeSlack extends FakeHands {

    public static final String BOT_TOKEN = "xoxb-fake-bot";
    public static final String APP_TOKEN = "xapp-fake-app";
    public static final String SELF = "U0BOT";

    /// A call that Gleaner made.
    ///
    /// @param form what it sent
    public record Call(String method, Map<String, String> form) {

        public String get(String name) {
            return form.getOrDefault(name, "");
        }
    }

    public FakeSlack() {
        person(SELF, "gleaner");
    }

    // What the workspace is.

    public void person(String id, String name) {
        workspace.addPerson(id, name);
    }

    public void channel(String id, String name, boolean isPrivate) {
        workspace.addChannel(id, name, isPrivate);
    }

    /// Direct messages of several people.
    public void group(String id) {
        workspace.addChannel(id, "mpdm-" + id, true);
        workspace.channel(id).put("is_mpim", true);
    }

    public void leave(String channel) {
        workspace.members.remove(channel);
    }

    public void archive(String channel) {
        workspace.channel(channel).put("is_archived", true);
    }

    /// The next so many calls of a method are too many.
    public void limit(String method, int times) {
        api.limit(method, times, 1);
    }

    /// The same, and Slack wants to be left alone for so long.
    public void limit(String method, int times, Duration pause) {
        api.limit(method, times, (int) pause.toSeconds());
    }

    /// Methods may be called only as often as Slack's tiers say.
    ///
    /// @param nanos the clock by which that is reckoned
    public void limitByTiers(LongSupplier nanos) {
        api.limitByTiers(nanos);
    }

    /// The calls that were too many by that.
    public List<Call> refused() {
        return api.refused();
    }

    /// The next so many calls of a method are done, and nobody hears of it.
    public void loseAnswers(String method, int times) {
        api.loseAnswers(method, times);
    }

    /// Nobody can write to this person directly.
    public void closeMessages(String user) {
        api.answers().closeMessages(user);
    }

    /// This server has no such method, and says so: as Slack does with 200, with a page otherwise.
    public void without(String method, int status) {
        api.without(method, status);
    }

    public void revoke() {
        api.answers().token("revoked");
    }

    public void withoutScope(String scope) {
        api.answers().withoutScope(scope);
    }

    /// Nothing answers any more, or everything again.
    public void down(boolean isDown) {
        api.down(isDown);
        if (isDown) {
            socket.lines().forEach(FakeSocket.Line::drop);
        }
    }

    // What Gleaner did.

    public List<Call> calls(String method) {
        return api.calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /// What was posted to a `response_url`.
    public List<JsonNode> responses() {
        return api.responses();
    }

    /// What Slack would not have taken: unknown parameters, missing ones.
    public List<String> violations() {
        return api.violations();
    }

    /// The reactions of Gleaner on a message.
    public List<String> ownReactions(String ts) {
        return calls("reactions.add").stream()
                .filter(call -> call.get("timestamp").equals(ts))
                .map(call -> call.get("name"))
                .toList();
    }
}
