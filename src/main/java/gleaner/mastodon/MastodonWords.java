package gleaner.mastodon;

import gleaner.command.CommandParser;
import gleaner.news.GleanerException;
import gleaner.news.Role;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// What is read out of one status, given as JSON as a server sends it; nothing is asked and nothing
/// kept.
///
/// @param markdown its words, without the mentions that it begins with
/// @param kind `message`, `command` or `save`, were the first mention Gleaner's and its author no
///   editor; `bot` for a bot's
public record MastodonWords(String markdown, String kind) {

    /// Reads a status. What the answer can do without may be missing, as where somebody cut it out
    /// of a longer text: its id, its time, its author.
    ///
    /// @throws GleanerException USAGE where the text is no status, with what it lacks
    public static MastodonWords of(String json, CommandParser parser) {
        var status = Wire.status(completed(json)).orElseThrow(() -> noStatus("readable"));
        var words = StatusWords.of(status, _ -> false);
        var meaning =
                Meaning.of(
                        words,
                        status,
                        !words.addressees().isEmpty(),
                        false,
                        Role.CONTRIBUTOR,
                        parser);
        return new MastodonWords(words.markdown(), status.account().bot() ? "bot" : kind(meaning));
    }

    private static ObjectNode completed(String json) {
        var node = Wire.read(json).orElseThrow(() -> noStatus("JSON"));
        if (!(node instanceof ObjectNode status)) {
            throw noStatus("a JSON object");
        }
        if (!status.has("content")) {
            throw GleanerException.usage(
                    "A line should be a status as Mastodon sends it; this one has no 'content'.");
        }
        if (Wire.id(status, "id").isEmpty()) {
            status.put("id", "0");
        }
        if (Wire.text(status, "created_at").flatMap(Wire::time).isEmpty()) {
            status.put("created_at", Instant.EPOCH.toString());
        }
        if (Wire.account(status.path("account")).isEmpty()) {
            var isBot = status.path("account").path("bot").asBoolean(false);
            status.putObject("account").put("id", "0").put("acct", "nobody").put("bot", isBot);
        }
        return status;
    }

    private static GleanerException noStatus(String what) {
        return GleanerException.usage(
                "A line should be a status as Mastodon sends it; this one is not %s."
                        .formatted(what));
    }

    private static String kind(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Message() -> "message";
            case Meaning.Order _, Meaning.Interview _ -> "command";
            case Meaning.Save _ -> "save";
        };
    }
}
