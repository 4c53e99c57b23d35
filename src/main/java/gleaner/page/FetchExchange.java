package gleaner.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/// One request to one host and its answer, the body cut where enough of it has come.
///
/// Whoever asks has checked the addresses before; nobody else is connected to.
final class FetchExchange {

    /// So long a host is left alone that asks for it without saying how long.
    private static final Duration BREATH = Duration.ofSeconds(30);

    private final FetchLimits limits;
    private final Guard guard;
    private final FetchGate gate;
    private final String agent;
    private final Clock clock;
    private final CompletableFuture<Void> closing;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final OkHttpClient client;

    /// @param gate is told of hosts that ask to be left alone
    /// @param closing done when nothing is to be fetched any more
    FetchExchange(
            FetchLimits limits,
            Guard guard,
            FetchGate gate,
            String agent,
            Clock clock,
            CompletableFuture<Void> closing) {
        this.limits = limits;
        this.guard = guard;
        this.gate = gate;
        this.agent = agent;
        this.clock = clock;
        this.closing = closing;
        this.client = client(limits);
    }

    private static OkHttpClient client(FetchLimits limits) {
        return new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                .connectTimeout(limits.time().dividedBy(2))
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /// What a host answered, where it is no trouble.
    sealed interface Answer permits Moved, Arrived {}

    record Moved(String location, boolean forGood) implements Answer {}

    record Arrived(int status, Headers headers, FetchBody body, boolean whole) implements Answer {}

    /// Asks, and reads the answer.
    ///
    /// @throws FetchEnd where it is any other than a page or a redirect
    Answer run(HttpUrl url, List<InetAddress> addresses, FetchErrand errand) throws FetchEnd {
        var host = Guard.name(url);
        var request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", agent)
                        .header(
                                "Accept",
                                "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5")
                        .method(errand.isHeadOnly() ? "HEAD" : "GET", null)
                        .build();
        var sockets = new GuardSockets(guard, limits.wire());
        var call =
                client.newBuilder()
                        .dns(_ -> addresses)
                        .socketFactory(sockets)
                        .build()
                        .newCall(request);
        call.timeout().timeout(errand.left(host).toNanos(), TimeUnit.NANOSECONDS);
        calls.add(call);
        try {
            if (closing.isDone()) {
                throw new FetchEnd(new FetchFailure.Stopped());
            }
            try (var response = call.execute()) {
                try {
                    var answer = answer(url, response, errand);
                    if (closing.isDone() && answer instanceof Arrived arrived && !arrived.whole()) {
                        throw new FetchEnd(new FetchFailure.Stopped());
                    }
                    return answer;
                } finally {
                    // Else closing would read on for a while, to use the connection again.
                    call.cancel();
                }
            }
        } catch (IOException e) {
            throw new FetchEnd(
                    closing.isDone()
                            ? new FetchFailure.Stopped()
                            : FetchTrouble.of(e, host, limits.time(), sockets.received()));
        } catch (IllegalStateException | IllegalArgumentException e) {
            // OkHttp's own checks, on answers such as a length below zero.
            throw new FetchEnd(FetchTrouble.notHttp(host));
        } finally {
            calls.remove(call);
        }
    }

    private Answer answer(HttpUrl url, Response response, FetchErrand errand)
            throws FetchEnd, IOException {
        var location = Optional.ofNullable(response.header("Location"));
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 ->
                    new Moved(
                            location.orElseThrow(() -> refused(url, response)),
                            response.code() == 301 || response.code() == 308);
            case 200, 203 -> arrived(url, response, errand);
            default -> throw refused(url, response);
        };
    }

    private FetchEnd refused(HttpUrl url, Response response) {
        var status = response.code();
        var after = RetryAfter.parse(Optional.ofNullable(response.header("Retry-After")), clock);
        if (status == 429 || status == 503) {
            gate.close(url.host(), after.orElse(BREATH));
        }
        return new FetchEnd(new FetchFailure.BadStatus(Guard.name(url), status, after));
    }

    private static Arrived arrived(HttpUrl url, Response response, FetchErrand errand)
            throws FetchEnd, IOException {
        var headers = response.headers();
        // OkHttp has unpacked what it asked for, and taken the header off.
        var packed =
                Optional.ofNullable(headers.get("Content-Encoding")).map(String::strip).orElse("");
        if (!errand.isHeadOnly() && !packed.isEmpty() && !packed.equalsIgnoreCase("identity")) {
            throw new FetchEnd(
                    new FetchFailure.Broken(
                            Guard.name(url),
                            "sent its page packed in a way that was not asked for",
                            false));
        }
        var type = Optional.ofNullable(headers.get("Content-Type")).orElse("");
        var body = new FetchBody(errand.enough(), type, errand.bytes());
        var whole = body.read(Objects.requireNonNull(response.body()).byteStream());
        return new Arrived(response.code(), headers, body, whole);
    }

    /// Breaks off what is under way.
    void cancel() {
        calls.forEach(Call::cancel);
    }
}
