package gleaner.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/// Fetches pages from the public web and from nowhere else, at a bounded cost each.
///
/// Every hop is checked anew: its form, its port, and every address that its name leads to; the
/// connection is made to one of the addresses that were checked, without asking DNS again. No
/// cookies, no credentials, no proxy; redirects from `https` to `http` are followed, as nothing
/// secret is ever sent. Connections are not shared between requests, so that no server leaves
/// anything behind for the next one. Ports 80, 443 and those from 1024 on are asked, except those
/// at which databases and the like listen.
///
/// Safe for use by many threads; each fetch blocks its own, best a virtual one.
public final class Fetcher implements AutoCloseable {

    /// So long a host is left alone that asks for it without saying how long.
    private static final Duration BREATH = Duration.ofSeconds(30);

    private final FetchLimits limits;
    private final Guard guard;
    private final FetchNames names;
    private final String agent;
    private final Clock clock;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final OkHttpClient client;
    private final FetchGate gate;
    private final Optional<FetchRobots> robots;

    /// @param turns those of all who ask the same hosts
    /// @param agent the User-Agent header; its first word up to a slash is the name that robots.txt
    ///   calls us by
    /// @param honourRobots whether robots.txt is asked first
    public Fetcher(
            FetchLimits limits,
            FetchDns dns,
            FetchTurns turns,
            String agent,
            boolean honourRobots,
            Clock clock) {
        this(limits, new Guard(false), dns, turns, agent, honourRobots, clock);
    }

    private Fetcher(
            FetchLimits limits,
            Guard guard,
            FetchDns dns,
            FetchTurns turns,
            String agent,
            boolean honourRobots,
            Clock clock) {
        this.limits = limits;
        this.guard = guard;
        this.names = new FetchNames(dns, closing);
        this.agent = agent;
        this.clock = clock;
        this.client = client(limits);
        this.gate = new FetchGate(limits, FetchTime.until(closing), turns);
        this.robots =
                honourRobots
                        ? Optional.of(new FetchRobots(robotName(agent), clock))
                        : Optional.empty();
    }

    /// One that may also fetch from this machine itself, for a server of one's own.
    public static Fetcher withLoopback(
            FetchLimits limits,
            FetchDns dns,
            FetchTurns turns,
            String agent,
            boolean honourRobots,
            Clock clock) {
        return new Fetcher(limits, new Guard(true), dns, turns, agent, honourRobots, clock);
    }

    /// The same, with turns of its own.
    public static Fetcher withLoopback(
            FetchLimits limits, FetchDns dns, String agent, boolean honourRobots, Clock clock) {
        return withLoopback(limits, dns, FetchTurns.own(), agent, honourRobots, clock);
    }

    private static String robotName(String agent) {
        return agent.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
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

    /// Fetches a page.
    public FetchResult fetch(String url) {
        return fetch(url, FetchEnough.NEVER);
    }

    /// Fetches a page until enough of it has come. Never throws for what it finds.
    public FetchResult fetch(String url, FetchEnough enough) {
        return run(url, FetchErrand.page(limits, enough));
    }

    /// Asks for a page's headers alone (HEAD). Never throws for what it finds.
    ///
    /// Not every server answers that as it would answer for the page: only what is good news is to
    /// be believed.
    public FetchResult head(String url) {
        return run(url, FetchErrand.head(limits));
    }

    private FetchResult run(String url, FetchErrand errand) {
        try {
            return follow(guard.parse(url), errand);
        } catch (FetchEnd e) {
            return e.failure();
        } catch (InterruptedException e) {
            if (!closing.isDone()) {
                Thread.currentThread().interrupt();
            }
            return new FetchFailure.Stopped();
        }
    }

    /// Breaks off what is being fetched and fetches nothing any more.
    @Override
    public void close() {
        closing.complete(null);
        calls.forEach(Call::cancel);
    }

    private Fetched follow(HttpUrl asked, FetchErrand errand)
            throws FetchEnd, InterruptedException {
        var chain = new ArrayList<String>();
        var url = asked;
        var permanent = true;
        while (true) {
            chain.add(url.toString());
            if (robots.isPresent() && errand.isPage()) {
                robots.get().check(url, file -> robotsFile(file, errand));
            }
            switch (hop(url, errand)) {
                case Moved(var location, var forGood) -> {
                    permanent &= forGood;
                    var next = guard.follow(url, location);
                    if (chain.size() > limits.redirects() || chain.contains(next.toString())) {
                        throw new FetchEnd(
                                new FetchFailure.TooManyRedirects(
                                        Guard.name(asked), limits.redirects()));
                    }
                    url = next;
                }
                case Arrived(var status, var headers, var body, var whole) -> {
                    return new Fetched(
                            url.toString(),
                            chain,
                            permanent,
                            status,
                            Optional.ofNullable(headers.get("Content-Type")),
                            body.type(),
                            body.bytes(),
                            whole,
                            Optional.ofNullable(headers.get("ETag")),
                            Optional.ofNullable(headers.get("Last-Modified")));
                }
            }
        }
    }

    private FetchResult robotsFile(HttpUrl file, FetchErrand errand) throws InterruptedException {
        var own = errand.robots();
        try {
            return follow(file, own);
        } catch (FetchEnd e) {
            return e.failure();
        } finally {
            errand.takeTimeOf(own);
        }
    }

    private sealed interface Hop permits Moved, Arrived {}

    private record Moved(String location, boolean forGood) implements Hop {}

    private record Arrived(int status, Headers headers, FetchBody body, boolean whole)
            implements Hop {}

    private Hop hop(HttpUrl url, FetchErrand errand) throws FetchEnd, InterruptedException {
        var begin = System.nanoTime();
        try (var _ = gate.enter(url.host())) {
            errand.extend(System.nanoTime() - begin);
            var addresses = names.lookup(url, errand);
            guard.check(addresses, url.host());
            return exchange(url, addresses, errand);
        }
    }

    private Hop exchange(HttpUrl url, List<InetAddress> addresses, FetchErrand errand)
            throws FetchEnd {
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
                    var hop = hop(url, response, errand);
                    if (closing.isDone() && hop instanceof Arrived arrived && !arrived.whole()) {
                        throw new FetchEnd(new FetchFailure.Stopped());
                    }
                    return hop;
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

    private Hop hop(HttpUrl url, Response response, FetchErrand errand)
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
}
