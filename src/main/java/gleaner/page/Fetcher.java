package gleaner.page;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;

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

    private final FetchLimits limits;
    private final Guard guard;
    private final FetchNames names;
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final FetchGate gate;
    private final FetchExchange exchange;
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
        this.gate = new FetchGate(limits, FetchTime.until(closing), turns);
        this.exchange = new FetchExchange(limits, guard, gate, agent, clock, closing);
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
        exchange.cancel();
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
                case FetchExchange.Moved(var location, var forGood) -> {
                    permanent &= forGood;
                    var next = guard.follow(url, location);
                    if (chain.size() > limits.redirects() || chain.contains(next.toString())) {
                        throw new FetchEnd(
                                new FetchFailure.TooManyRedirects(
                                        Guard.name(asked), limits.redirects()));
                    }
                    url = next;
                }
                case FetchExchange.Arrived(var status, var headers, var body, var whole) -> {
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

    private FetchExchange.Answer hop(HttpUrl url, FetchErrand errand)
            throws FetchEnd, InterruptedException {
        var begin = System.nanoTime();
        try (var _ = gate.enter(url.host())) {
            errand.extend(System.nanoTime() - begin);
            var addresses = names.lookup(url, errand);
            guard.check(addresses, url.host());
            return exchange.run(url, addresses, errand);
        }
    }
}
