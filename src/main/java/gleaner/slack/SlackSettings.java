package gleaner.slack;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// How Gleaner behaves in Slack; the tokens are apart, in [SlackTokens].
///
/// @param apiUrl the root of the Web API, with a slash at its end; another server that speaks it in
///   tests
/// @param editorsChannel the id of the channel that is told when something went wrong
/// @param bots whose messages are read as people's are: ids (`B…`, `A…`), names, or `*` for all
/// @param ack the emoji that says that a link was kept, without colons
/// @param ackAgain the emoji that says that it had been shared before
/// @param canvas whether a draft is also made a canvas, where the workspace allows it
/// @param tellSharers whether people are told that links which they shared ran in an issue
/// @param port where HTTP mode listens; 0 for any that is free
public record SlackSettings(
        URI apiUrl,
        Optional<String> editorsChannel,
        List<String> bots,
        String ack,
        String ackAgain,
        Mode mode,
        int port,
        boolean canvas,
        boolean tellSharers) {

    /// How Slack reaches Gleaner.
    public enum Mode {
        /// Gleaner opens a WebSocket to Slack; nothing needs to be reachable from outside.
        SOCKET,
        /// Slack sends signed requests to a public URL.
        HTTP
    }

    public SlackSettings {
        bots = List.copyOf(bots);
        if (!apiUrl.toString().endsWith("/")) {
            apiUrl = URI.create(apiUrl + "/");
        }
    }

    /// What holds where nothing is set.
    public static SlackSettings standard() {
        return new SlackSettings(
                URI.create("https://slack.com/api/"),
                Optional.empty(),
                List.of(),
                "bookmark",
                "repeat",
                Mode.SOCKET,
                3000,
                false,
                false);
    }
}
