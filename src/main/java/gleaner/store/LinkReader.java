package gleaner.store;

import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/// Reads links, however many, in few round trips; where one became part of another, the other.
final class LinkReader {

    private static final int CHUNK = 1_000;

    private final Redis connection;
    private final UnifiedJedis redis;
    private final Keys keys;

    LinkReader(Redis connection, Keys keys) {
        this.connection = connection;
        this.redis = connection.client();
        this.keys = keys;
    }

    Map<LinkId, Link> named(Collection<LinkId> ids) {
        return connection.guard(() -> {
            var aliases = TagCounts.aliases(redis, keys);
            var leads = new HashMap<LinkId, LinkId>();
            var found = new HashMap<LinkId, Link>();
            var open = List.copyOf(ids);
            while (!open.isEmpty()) {
                var next = new LinkedHashSet<LinkId>();
                for (var chunk : chunks(open)) {
                    for (var read : read(chunk, aliases)) {
                        read.link().ifPresent(link -> found.put(read.id(), link));
                        read.into()
                                .ifPresent(into -> {
                                    leads.put(read.id(), into);
                                    next.add(into);
                                });
                    }
                }
                next.removeAll(found.keySet());
                next.removeAll(leads.keySet());
                open = List.copyOf(next);
            }
            var named = new LinkedHashMap<LinkId, Link>();
            for (var id : ids) {
                var at = id;
                while (leads.containsKey(at) && !found.containsKey(at)) {
                    at = leads.get(at);
                }
                Optional.ofNullable(found.get(at)).ifPresent(link -> named.put(id, link));
            }
            return named;
        });
    }

    /// What is known under an id: a link, or where it leads.
    private record Read(LinkId id, Optional<Link> link, Optional<LinkId> into) {}

    /// One round trip; what comes back is read on all cores where there is much of it.
    private List<Read> read(List<LinkId> ids, Map<Tag, Tag> aliases) {
        var answers = answers(ids);
        var each = IntStream.range(0, ids.size());
        return (ids.size() < CHUNK ? each : each.parallel())
                .mapToObj(i -> {
                    var hash = answers.get(i).get();
                    var into = Optional.ofNullable(hash.get("into")).map(LinkId::new);
                    return new Read(ids.get(i), LinkCodec.read(ids.get(i), hash, aliases), into);
                })
                .toList();
    }

    private List<Response<Map<String, String>>> answers(Collection<LinkId> ids) {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            var answers = ids.stream().map(id -> pipeline.hgetAll(keys.link(id))).toList();
            pipeline.sync();
            return answers;
        }
    }

    Map<LinkId, Map<String, String>> hashes(Collection<LinkId> ids) {
        var answers = answers(ids).iterator();
        var hashes = new LinkedHashMap<LinkId, Map<String, String>>();
        ids.forEach(id -> hashes.put(id, answers.next().get()));
        return hashes;
    }

    static List<List<LinkId>> chunks(Collection<LinkId> ids) {
        var all = List.copyOf(ids);
        var chunks = new ArrayList<List<LinkId>>();
        for (int i = 0; i < all.size(); i += CHUNK) {
            chunks.add(all.subList(i, Math.min(all.size(), i + CHUNK)));
        }
        return chunks;
    }
}
