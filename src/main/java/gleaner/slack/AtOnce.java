package gleaner.slack;

import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
    private final Executor executor;
    private final SocketModeMessageQueue before;

    private AtOnce(SocketModeClient client, Executor executor) {
        this.client = client;
        this.executor = executor;
        this.before = client.getMessageQueue();
    }

    /// @param executor of several threads: Slack's wish for another connection takes a while. Not
    ///   virtual ones, whose carriers somebody's slow lookup may hold.
    static void on(SocketModeClient client, Executor executor) {
        client.setMessageQueue(new AtOnce(client, executor));
    }

    @Override
    public void add(String message) {
        try {
            executor.execute(() -> work(message));
        } catch (RejectedExecutionException e) {
            log.debug("A message came while Gleaner stopped; Slack sends it again.");
        }
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
