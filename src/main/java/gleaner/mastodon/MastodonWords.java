package gleaner.mastodon;

import gleaner.command.CommandParser;
import gleaner.news.Role;
import java.util.Optional;

/// What is read out of one status, given as JSON as a server sends it; nothing is asked and nothing
/// kept.
///
/// @param markdown its words, without the mentions that it begins with
/// @param kind `message`, `command` or `save`, were the first mention Gleaner's and its author no
///   editor; `bot` for a bot's
public record MastodonWords(String markdown, String kind) {

    /// Reads a status; empty where the text is no JSON or no status.
    public static Optional<MastodonWords> of(String json, CommandParser parser) {
        return Wire.read(json)
                .flatMap(Wire::status)
                .map(status -> {
                    var words = StatusWords.of(status, _ -> false);
                    var meaning =
                            Meaning.of(
                                    words,
                                    status,
                                    !words.addressees().isEmpty(),
                                    false,
                                    Role.CONTRIBUTOR,
                                    parser);
                    return new MastodonWords(
                            words.markdown(), status.account().bot() ? "bot" : kind(meaning));
                });
    }

    private static String kind(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Message() -> "message";
            case Meaning.Order _, Meaning.Interview _ -> "command";
            case Meaning.Save _ -> "save";
        };
    }
}
