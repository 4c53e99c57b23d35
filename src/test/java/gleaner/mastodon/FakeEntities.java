package gleaner.mastodon;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Accounts, instances, statuses and notifications as servers tell of them.
final class FakeEntities {

    /// Characters of a post at GoToSocial.
    static final int MOST = 5000;

    private static final JsonMapper JSON = new JsonMapper();

    private FakeEntities() {}

    static ObjectNode instance() {
        var instance =
                JSON.createObjectNode()
                        .put("domain", "here.example")
                        .put("title", "Here")
                        .put("version", "4.4.0");
        var configuration = instance.putObject("configuration");
        configuration
                .putObject("statuses")
                .put("max_characters", 500)
                .put("characters_reserved_per_url", 23);
        configuration.putObject("urls").put("streaming", "wss://streaming.here.example");
        return instance;
    }

    static ObjectNode goToSocial() {
        var instance =
                JSON.createObjectNode()
                        .put("domain", "localhost:8080")
                        .put("account_domain", "here.example")
                        .put("version", "0.20.1+git-1234567")
                        .put("source_url", "https://codeberg.org/superseriousbusiness/gotosocial");
        instance.putObject("configuration")
                .putObject("statuses")
                .put("max_characters", MOST)
                .put("characters_reserved_per_url", 25);
        return instance;
    }

    static ObjectNode account(String acct) {
        var isBot = acct.equals("gleaner") || acct.startsWith("bot");
        return JSON.createObjectNode()
                .put("id", acct.equals("gleaner") ? "BOT" : "A-" + acct)
                .put("acct", acct)
                .put(
                        "display_name",
                        acct.equals("gleaner")
                                ? "Gleaner"
                                : user(acct).substring(0, 1).toUpperCase(Locale.ROOT)
                                        + user(acct).substring(1))
                .put(
                        "url",
                        acct.equals("gleaner")
                                ? "https://here.example/@gleaner"
                                : "https://" + domain(acct) + "/@" + user(acct))
                .put("bot", isBot);
    }

    static String user(String acct) {
        return acct.split("@", -1)[0];
    }

    static String domain(String acct) {
        return acct.contains("@") ? acct.split("@", -1)[1] : "here.example";
    }

    static ObjectNode status(
            String id,
            String acct,
            String html,
            String visibility,
            Instant now,
            Optional<ObjectNode> above) {
        var status = JSON.createObjectNode();
        status.put("id", id)
                .put("created_at", now.toString())
                .put("visibility", visibility)
                .put("content", html)
                .put("url", "https://" + domain(acct) + "/@" + user(acct) + "/" + id)
                .putNull("edited_at")
                .put("spoiler_text", "")
                .set("account", account(acct));
        status.putNull("in_reply_to_id").putNull("in_reply_to_account_id");
        above.ifPresent(parent ->
                status.put("in_reply_to_id", parent.path("id").asString())
                        .put(
                                "in_reply_to_account_id",
                                parent.path("account").path("id").asString()));
        var mentions = status.putArray("mentions");
        if (html.contains("@<span>gleaner")) {
            mentions.addObject()
                    .put("id", "BOT")
                    .put("acct", "gleaner")
                    .put("url", "https://here.example/@gleaner");
        }
        status.putArray("tags");
        return status;
    }

    static ObjectNode mention(ObjectNode status, int number) {
        var notice =
                JSON.createObjectNode()
                        .put(
                                "id",
                                "N"
                                        + Integer.toString((number + 1) * 7919 % 46_656, 36)
                                        + "-"
                                        + number)
                        .put("type", "mention")
                        .put("created_at", status.path("created_at").asString());
        notice.set("account", status.path("account"));
        notice.set("status", status);
        return notice;
    }
}
