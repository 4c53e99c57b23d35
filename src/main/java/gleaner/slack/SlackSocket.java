package gleaner.slack;

import com.slack.api.bolt.App;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The WebSocket to Slack: Bolt's Socket Mode on Tyrus, which heals itself in seconds, and which is
/// made anew where it does not.
///
/// See <https://docs.slack.dev/apis/events-api/using-socket-mode>. Not safe for several threads:
/// one watches it.
final class SlackSocket implements SlackLine {

    private static final Logger log = LoggerFactory.getLogger(SlackSocket.class);
    private static final int READERS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLED = 5;

    private final String appToken;
    private final SlackApi api;
    private final App app;
    private final Ears ears;
    private final ExecutorService executor;
    private Optional<SocketModeClient> socket = Optional.empty();
    private Optional<SlackFailure> failure = Optional.empty();
    private int failures;

    /// @param api speaks with the app-level token
    SlackSocket(String appToken, SlackApi api, App app, Ears ears) {
        this.appToken = appToken;
        this.api = api;
        this.app = app;
        this.ears = ears;
        this.executor =
                app.slack()
                        .getConfig()
                        .getExecutorServiceProvider()
                        .createThreadPoolExecutor("messages", READERS);
    }

    @Override
    public void open() {
        close();
        try {
            var fresh = client();
            socket = Optional.of(fresh);
            app.start();
            fresh.connect();
            fresh.setAutoReconnectEnabled(true);
            failure = Optional.empty();
            failures = 0;
        } catch (Exception e) {
            failures++;
            failure = e instanceof SlackFailure refused ? Optional.of(refused) : Optional.empty();
            log.debug("The socket could not be opened: {}", e.toString());
        }
    }

    /// The address is asked for here and not by Bolt, which asks for two and does not wait as long
    /// as Slack says.
    private SocketModeClient client() throws URISyntaxException {
        var url = api.call("apps.connections.open", Map.of()).path("url").asString("");
        var client = new SocketModeClientTyrusImpl(app.slack(), appToken, url);
        client.addWebSocketMessageListener(new Envelopes(app, ears, client));
        AtOnce.on(client, executor);
        return client;
    }

    @Override
    public Optional<SlackFailure> failure() {
        return failure;
    }

    /// Whether Slack answers a ping on it; takes up to 3 seconds where it does not.
    @Override
    public boolean isAlive() {
        return socket.map(SocketModeClient::verifyConnection).orElse(false);
    }

    @Override
    public void close() {
        socket.ifPresent(SlackSocket::close);
        socket = Optional.empty();
    }

    /// A client that is closed while it is not connected would connect again: it is told not to
    /// first.
    private static void close(SocketModeClient client) {
        try (client) {
            client.setAutoReconnectEnabled(false);
            client.disconnect();
        } catch (Exception e) {
            log.debug("The socket did not close well: {}", e.toString());
        }
    }

    /// Shorter where nothing was opened that might still come.
    @Override
    public Duration patience() {
        return failures == 0 || failures >= MOST_DOUBLED
                ? PATIENCE
                : Duration.ofSeconds(1L << failures);
    }
}
