package gleaner.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.NewsroomId;
import gleaner.news.Page;
import gleaner.page.FetchDns;
import gleaner.page.FetchLimits;
import gleaner.page.FetchReader;
import gleaner.page.FetchTurns;
import gleaner.page.Fetcher;
import gleaner.page.PageWorker;
import gleaner.page.Pages;
import gleaner.store.HostTurns;
import gleaner.store.RedisConnection;
import gleaner.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Reads pages of 300 kB by the page worker, the fetcher and its politeness from a server in the same process that answers
/// each request after 200 ms; the queue is in memory, so that it is the fetcher that is measured, and the turns at the
/// hosts are in an embedded Redis, as between processes.
///
/// Arguments: number of pages, pages at once, hosts among which they are spread.
public final class FetchRate {

    private static final Duration DELAY = Duration.ofMillis(200);
    private static final int PAGE = 300_000;

    private FetchRate() {}

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        int atOnce = args.length > 1 ? Integer.parseInt(args[1]) : 24;
        int hosts = args.length > 2 ? Integer.parseInt(args[2]) : 200;
        var server = server();
        var queue = new Queue(count, hosts, server.getAddress().getPort());
        var bytes = new AtomicLong();
        FetchDns here = _ -> List.of(InetAddress.getLoopbackAddress());
        FetchReader reader = (body, _, _) -> {
            bytes.addAndGet(body.length);
            return Page.UNREAD;
        };
        var data = Files.createTempDirectory("gleaner-fetch");
        var redis = RedisConnection.embedded(data, 12, new SecureRandom(), _ -> {});
        var turns = new Turns(Store.open(redis, new NewsroomId("bench")).turns());
        var fetcher =
                Fetcher.withLoopback(FetchLimits.STANDARD, here, turns, "Gleaner/bench", true, Clock.systemUTC());
        var worker = new PageWorker(queue, fetcher, reader, atOnce);
        var start = System.nanoTime();
        worker.start();
        queue.done.await();
        var seconds = (System.nanoTime() - start) / 1e9;
        worker.stop(Duration.ofSeconds(5));
        server.stop(0);
        redis.close();
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
        System.out.printf(
                "%d pages of %d kB from %d hosts, %d at once: %.1f s, %.0f a second; %d put off, %d failed; %s%n",
                count, bytes.get() / Math.max(1, queue.kept.get()) / 1000, hosts, atOnce, seconds, count / seconds,
                queue.putOff.get(), queue.failed.get(), memory());
    }

    private static String memory() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "memory unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB at most")
                .findFirst()
                .orElse("memory unknown");
    }

    private static HttpServer server() throws IOException {
        var page = ("<!doctype html><title>A page</title><p>" + "word ".repeat(PAGE / 5)).getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, "text/html", page));
        server.createContext("/robots.txt", exchange ->
                answer(exchange, "text/plain", "User-agent: *\nDisallow: /private/\n".getBytes(StandardCharsets.UTF_8)));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        try (exchange) {
            Thread.sleep(DELAY);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Turns(HostTurns turns, AtomicInteger count) implements FetchTurns {

        Turns(HostTurns turns) {
            this(turns, new AtomicInteger());
        }

        @Override
        public Answer ask(String host, FetchLimits limits, Duration patience) {
            var name = "bench-" + count.incrementAndGet();
            var answer =
                    turns.ask(host, name, new HostTurns.Manner(limits.perHost(), limits.gap(), limits.time()), patience);
            return answer.isGranted() ? new Granted(name, answer.after()) : new NotYet(answer.after());
        }

        @Override
        public void leave(String host, String turn) {
            turns.leave(host, turn);
        }

        @Override
        public void close(String host, Duration time) {
            turns.close(host, time);
        }
    }

    /// What lies in Redis otherwise.
    private static final class Queue implements Pages {

        private final Deque<Due> waiting = new ArrayDeque<>();
        private final CountDownLatch done;
        private final AtomicInteger kept = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger putOff = new AtomicInteger();

        Queue(int count, int hosts, int port) {
            done = new CountDownLatch(count);
            for (int i = 0; i < count; i++) {
                var url = "http://host%d.example:%d/%d".formatted(i % hosts, port, i);
                waiting.add(new Due(LinkId.candidates(new LinkKey(url)).getFirst(), url, 1, "lease"));
            }
        }

        @Override
        public synchronized List<Due> take(int count, Duration lease) {
            var taken = new ArrayList<Due>();
            while (taken.size() < count && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
            return taken;
        }

        @Override
        public void keep(Due due, Page page, String url) {
            kept.incrementAndGet();
            done.countDown();
        }

        @Override
        public void retry(Due due, Duration after, String why) {
            giveUp(due, why);
        }

        @Override
        public synchronized void putOff(Due due, Duration after) {
            putOff.incrementAndGet();
            waiting.add(due);
        }

        @Override
        public void giveUp(Due due, String why) {
            failed.incrementAndGet();
            done.countDown();
        }
    }
}
