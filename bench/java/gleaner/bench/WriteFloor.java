package gleaner.bench;

import gleaner.store.RedisConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;

/// The floor under an import: as many of the same writes to the same embedded Redis, pipelined, and nothing else.
///
/// Arguments: number of rows, number of distinct links. Prints the seconds.
public final class WriteFloor {

    private static final int BATCH = 512;

    private WriteFloor() {}

    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[0]);
        int distinct = Integer.parseInt(args[1]);
        var data = Files.createTempDirectory("gleaner-floor");
        try (var server = RedisConnection.embedded(data, 2, new SecureRandom(), _ -> {})) {
            server.ensureRunning();
            try (var redis = connect(data)) {
                write(redis, 2_000, 1_000, "warm");
                redis.flushAll();
                var start = System.nanoTime();
                write(redis, rows, distinct, "row");
                System.out.printf("%.2f%n", (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private static Jedis connect(Path data) throws Exception {
        String password = "";
        int port = 0;
        for (var line : Files.readAllLines(data.resolve("redis.conf"))) {
            if (line.startsWith("requirepass ")) {
                password = line.substring(12).replace("\"", "");
            } else if (line.startsWith("port ")) {
                port = Integer.parseInt(line.substring(5).strip());
            }
        }
        return new Jedis(
                new HostAndPort("127.0.0.1", port),
                DefaultJedisClientConfig.builder().password(password).build());
    }

    private static void write(Jedis redis, int rows, int distinct, String name) {
        var event = "e".repeat(330);
        var share = "s".repeat(230);
        var p = "gleaner:{floor}:";
        for (int from = 0; from < rows; from += BATCH) {
            try (var pipeline = redis.pipelined()) {
                var to = Math.min(rows, from + BATCH);
                for (int i = from; i < to; i++) {
                    pipeline.xadd(p + "inbox", XAddParams.xAddParams().id(new StreamEntryID(1, i + 1)), Map.of("event", event));
                }
                for (int i = from; i < to; i++) {
                    var id = Integer.toString(i % distinct, 36);
                    var link = p + "link:" + id;
                    pipeline.hset(p + "keys", "site.example/a/page/of/usual/length/" + i % distinct, id);
                    pipeline.hset(link, Map.of("key", "site.example/a/page/of/usual/length/" + i % distinct,
                            "url", "https://site.example/a/page/of/usual/length/" + i % distinct));
                    pipeline.hset(link, "s:import:twir/" + name + i, share);
                    pipeline.hincrBy(link, "rev", 1);
                    pipeline.zadd(p + "all", i, id);
                    pipeline.zadd(p + "open", i, id);
                    pipeline.sadd(p + "day:" + i % 600, id);
                    pipeline.zadd(p + "person:import:twir", i, id);
                    pipeline.zadd(p + "channel:import:twir", i, id);
                    pipeline.hset(p + "msg:import:twir/" + name + i,
                            Map.of("v", "1700000000000", "m", share, "text", share.substring(0, 100), "links", id));
                    pipeline.xadd(p + "changes", XAddParams.xAddParams().maxLen(100_000).approximateTrimming(),
                            Map.of("what", "post", "links", id));
                    pipeline.hincrBy(p + "tally:x", "post", 1);
                }
                for (int i = from; i < to; i++) {
                    pipeline.xdel(p + "inbox", new StreamEntryID(1, i + 1));
                }
                pipeline.sync();
            }
        }
    }
}
