package gleaner.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.HttpUrl;

/// Looks the names of hosts up, within a fetch's own time. Safe for use by many threads.
///
/// That there is no such name is believed only where names are found at all: without a network many
/// a resolver says of every name that it does not exist. What shows it is another name that was
/// found within the last minute, else one that always is: `example.com` (RFC 2606, 3).
final class FetchNames {

    private static final String WITNESS = "example.com";
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    /// So long Java remembers a lookup that failed, and no longer says why.
    private static final long REMEMBERED = TimeUnit.SECONDS.toNanos(11);

    private static final int MANY = 1_000;

    private final FetchDns dns;
    private final CompletableFuture<Void> closing;
    private final Map<String, Long> unknown = new ConcurrentHashMap<>();
    private volatile long lastFound = System.nanoTime() - MINUTE;

    /// @param closing ends every wait
    FetchNames(FetchDns dns, CompletableFuture<Void> closing) {
        this.dns = dns;
        this.closing = closing;
    }

    private sealed interface Answer {}

    private record Found(List<InetAddress> addresses) implements Answer {}

    private record Nothing(boolean isKnown) implements Answer {}

    /// In a thread of the platform's: a virtual one would hold its carrier as long as the system's
    /// resolver takes.
    ///
    /// @return one at least
    List<InetAddress> lookup(HttpUrl url, FetchErrand errand)
            throws FetchEnd, InterruptedException {
        var name = Guard.name(url);
        var answer = new CompletableFuture<Answer>();
        Thread.ofPlatform()
                .daemon()
                .name("lookup")
                .start(() -> answer.complete(ask(url.host())));
        try {
            CompletableFuture.anyOf(answer, closing)
                    .get(errand.left(name).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Neither can fail.", e);
        } catch (TimeoutException e) {
            throw new FetchEnd(new FetchFailure.TimedOut(name, errand.time()));
        }
        if (closing.isDone()) {
            throw new FetchEnd(new FetchFailure.Stopped());
        }
        return switch (answer.join()) {
            case Found(var addresses) -> addresses;
            case Nothing(var isKnown) -> throw new FetchEnd(new FetchFailure.DnsFailed(name, isKnown));
        };
    }

    private Answer ask(String host) {
        try {
            var addresses = List.copyOf(dns.lookup(host));
            if (addresses.isEmpty()) {
                return new Nothing(false);
            }
            lastFound = System.nanoTime();
            return new Found(addresses);
        } catch (UnknownHostException e) {
            return new Nothing(isUnknown(host, e) && isAnyFound());
        } catch (RuntimeException e) {
            return new Nothing(false);
        }
    }

    private boolean isUnknown(String host, UnknownHostException thrown) {
        var now = System.nanoTime();
        if (FetchTrouble.isUnknownName(thrown)) {
            if (unknown.size() >= MANY) {
                unknown.clear();
            }
            unknown.put(host, now);
            return true;
        }
        var before = unknown.get(host);
        return FetchTrouble.isWithoutReason(thrown, host) && before != null && now - before < REMEMBERED;
    }

    private boolean isAnyFound() {
        if (System.nanoTime() - lastFound < MINUTE) {
            return true;
        }
        try {
            if (dns.lookup(WITNESS).isEmpty()) {
                return false;
            }
            lastFound = System.nanoTime();
            return true;
        } catch (UnknownHostException | RuntimeException e) {
            return false;
        }
    }
}
