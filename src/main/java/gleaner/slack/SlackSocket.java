package gleaner.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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

    private final String appToken;
    private final App app;
    private final Ears ears;
    private final ExecutorService executor;
    private Optional<SocketModeApp> socket = Optional.empty();

    SlackSocket(String appToken, App app, Ears ears) {
        this.appToken = appToken;
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
            var fresh = new SocketModeApp(this::client, app);
            socket = Optional.of(fresh);
            fresh.startAsync();
        } catch (Exception e) {
            log.debug("The socket could not be opened: {}", e.toString());
        }
    }

    private SocketModeClient client() {
        try {
            var client = app.slack().socketMode(appToken, SocketModeClient.Backend.Tyrus);
            client.addWebSocketMessageListener(new Envelopes(app, ears, client));
            AtOnce.on(client, executor);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether Slack answers a ping on it; takes up to 3 seconds where it does not.
    @Override
    public boolean isAlive() {
        return socket.map(SocketModeApp::getClient)
                .map(SocketModeClient::verifyConnection)
                .orElse(false);
    }

    @Override
    public void close() {
        socket.ifPresent(SlackSocket::close);
        socket = Optional.empty();
    }

    /// A client that is closed while it is not connected would connect again: it is told not to
    /// first.
    private static void close(SocketModeApp socket) {
        var client = socket.getClient();
        try {
            if (client != null) {
                client.setAutoReconnectEnabled(false);
            }
            socket.close();
            if (client != null) {
                client.close();
            }
        } catch (Exception e) {
            log.debug("The socket did not close well: {}", e.toString());
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }
}
