package gleaner.slack;

import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A socket's messages worked on when they come: the SDK's own queue is looked into only every 10
/// milliseconds, which every acknowledgement would wait for.
///
/// What was put into the SDK's queue before this one took its place still comes out of it.
final class AtOnce implements SocketModeMessageQueue {

    private static final Logger log = LoggerFactory.getLogger(AtOnce.class);

    private final SocketModeClient client;
    private final SocketModeMessageQueue before;

    private AtOnce(SocketModeClient client) {
        this.client = client;
        this.before = client.getMessageQueue();
    }

    static void on(SocketModeClient client) {
        client.setMessageQueue(new AtOnce(client));
    }

    /// In a thread of its own: Slack's wish for another connection takes a while.
    @Override
    public void add(String message) {
        Thread.ofVirtual().name("slack-message").start(() -> work(message));
    }

    private void work(String message) {
        try {
            client.processMessage(message);
        } catch (IOException | RuntimeException e) {
            log.warn("A message of the socket's could not be worked on: {}", e.toString());
        }
    }

    @Override
    @SuppressWarnings("NullAway") // as the SDK declares it: null where there is none
    public @Nullable String poll() {
        return before.poll();
    }
}
