package gleaner.slack;

import java.util.Optional;

/// What opens Slack; never shown.
///
/// @param bot the bot's token, `xoxb-…`
/// @param app the app-level token with `connections:write`, `xapp-…`; needed for Socket Mode
/// @param signingSecret proves that an HTTP request is Slack's; needed for HTTP mode
public record SlackTokens(String bot, Optional<String> app, Optional<String> signingSecret) {

    @Override
    public String toString() {
        return "(Slack's tokens)";
    }
}
