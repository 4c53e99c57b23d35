package gleaner.mastodon;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The `user` stream over a WebSocket, with a watchdog: what is silent for too long, pings
/// included, is dead.
///
/// See <https://docs.joinmastodon.org/methods/streaming/>; the token goes into a header, never into
/// the address.
final class StreamSocket implements MastodonApi.Stream, WebSocket.Listener {

    /// A frame is a status at most; what is longer is left out.
    private static final int LONGEST = 2 << 20;

    private final MastodonApi.Listener listener;
    private final Duration idle;
    private final ScheduledExecutorService watchdog;
    private final AtomicBoolean over = new AtomicBoolean();
    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;
    private volatile long lastHeard = System.nanoTime();
    private volatile @Nullable WebSocket socket;

    private StreamSocket(MastodonApi.Listener listener, Duration idle) {
        this.listener = listener;
        this.idle = idle;
        this.watchdog =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("mastodon-watchdog").daemon(true).factory());
    }

    /// How the token is told: Mastodon and GoToSocial take a header, Pleroma and Akkoma want what
    /// browsers can send.
    enum Way {
        HEADER,
        SUBPROTOCOL
    }

    /// @param place scheme, host and port
    static StreamSocket open(
            HttpClient http,
            URI place,
            String token,
            Way way,
            Duration idle,
            MastodonApi.Listener listener) {
        var stream = new StreamSocket(listener, idle);
        var asking = http.newWebSocketBuilder().header("Authorization", "Bearer " + token);
        if (way == Way.SUBPROTOCOL) {
            asking.subprotocols(token);
        }
        var opening =
                asking.connectTimeout(idle)
                        .buildAsync(URI.create(place + "/api/v1/streaming?stream=user"), stream);
        try {
            stream.opened(opening.get(idle.toMillis(), TimeUnit.MILLISECONDS));
            return stream;
        } catch (ExecutionException e) {
            stream.abandon(opening);
            throw notOpened(place, e.getCause());
        } catch (TimeoutException | CancellationException e) {
            stream.abandon(opening);
            throw notOpened(place, e);
        } catch (InterruptedException e) {
            stream.abandon(opening);
            Thread.currentThread().interrupt();
            throw notOpened(place, e);
        }
    }

    private void abandon(CompletableFuture<WebSocket> opening) {
        over.set(true);
        watchdog.shutdownNow();
        var _ = opening.thenAccept(WebSocket::abort);
        opening.cancel(true);
    }

    private static MastodonTrouble notOpened(URI place, @Nullable Throwable cause) {
        if (cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            var code = refused.getResponse().statusCode();
            var kind =
                    switch (code) {
                        case 401 -> MastodonTrouble.Kind.TOKEN;
                        case 403 -> MastodonTrouble.Kind.FORBIDDEN;
                        case 429 -> MastodonTrouble.Kind.TOO_MANY;
                        default ->
                                code >= 500
                                        ? MastodonTrouble.Kind.AWAY
                                        : code / 100 == 3
                                                ? MastodonTrouble.Kind.MOVED
                                                : MastodonTrouble.Kind.MISSING;
                    };
            return new MastodonTrouble(
                    kind, "%s answers the request to stream with %d.".formatted(place, code));
        }
        return new MastodonTrouble(
                MastodonTrouble.Kind.AWAY, "%s opens no stream.".formatted(place));
    }

    /// Asks for a sign of life halfway to the limit, as a server may be silent that has nothing to
    /// tell.
    private void opened(WebSocket open) {
        socket = open;
        var quarter = Math.max(1, idle.toMillis() / 4);
        try {
            var _ =
                    watchdog.scheduleWithFixedDelay(
                            this::look, quarter, quarter, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            open.abort(); // it ended before it was handed over
        }
    }

    private void look() {
        var open = socket;
        var silent = System.nanoTime() - lastHeard;
        if (open == null) {
            return;
        }
        if (silent >= idle.toNanos()) {
            end(
                    new MastodonTrouble(
                            MastodonTrouble.Kind.AWAY, "The stream was silent for too long."));
        } else if (silent >= idle.toNanos() / 2 && !open.isOutputClosed()) {
            var _ = open.sendPing(ByteBuffer.allocate(0));
        }
    }

    private void heard() {
        lastHeard = System.nanoTime();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        heard();
        tooLong |= text.length() + part.length() > LONGEST;
        if (!tooLong) {
            text.append(part);
        }
        if (last) {
            var whole = text.toString();
            var fits = !tooLong;
            text.setLength(0);
            text.trimToSize();
            tooLong = false;
            if (!fits) {
                listener.other();
            } else if (!whole.isBlank()) {
                Wire.read(whole).ifPresentOrElse(this::frame, listener::other);
            }
        }
        from.request(1);
        return null;
    }

    private void frame(JsonNode frame) {
        var payload = frame.path("payload").asString("");
        switch (frame.path("event").asString("")) {
            case "notification" ->
                    Wire.read(payload)
                            .flatMap(Wire::notice)
                            .ifPresentOrElse(listener::noticed, listener::other);
            case "status.update" ->
                    Wire.read(payload)
                            .flatMap(Wire::status)
                            .ifPresentOrElse(listener::changed, listener::other);
            case "delete" -> {
                if (Ids.isFit(payload)) {
                    listener.deleted(payload);
                }
            }
            case "" -> error(frame);
            default -> {}
        }
    }

    /// Told within the stream: `{"error": …, "status": …}`.
    private void error(JsonNode frame) {
        if (frame.has("error")) {
            var isToken = frame.path("status").asInt(0) == 401;
            end(
                    new MastodonTrouble(
                            isToken ? MastodonTrouble.Kind.TOKEN : MastodonTrouble.Kind.AWAY,
                            "The stream tells of an error (%d)."
                                    .formatted(frame.path("status").asInt(0))));
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(
                new MastodonTrouble(
                        MastodonTrouble.Kind.AWAY,
                        "The server closed the stream (%d).".formatted(code)));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(new MastodonTrouble(MastodonTrouble.Kind.AWAY, "The stream broke off."));
    }

    private void end(MastodonTrouble trouble) {
        if (finish()) {
            listener.ended(trouble);
        }
    }

    @Override
    public void close() {
        finish();
    }

    private boolean finish() {
        var first = over.compareAndSet(false, true);
        Optional.ofNullable(socket).ifPresent(WebSocket::abort);
        watchdog.shutdownNow();
        return first;
    }
}
