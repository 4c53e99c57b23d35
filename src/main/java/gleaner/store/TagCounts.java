package gleaner.store;

import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZParams;

/// Which links are found under which tags. A link's hash holds a field `t:` for every tag that it
/// is found under, as written in its shares; renaming happens when they are read.
final class TagCounts {

    private TagCounts() {}

    /// What tags stand for by rename or merge: the key is what people write.
    static Map<Tag, Tag> aliases(UnifiedJedis redis, Keys keys) {
        var aliases = new HashMap<Tag, Tag>();
        redis.hgetAll(keys.aliases()).forEach((from, to) -> aliases.put(Tag.of(from), Tag.of(to)));
        return aliases;
    }

    static List<TagCount> read(UnifiedJedis redis, Keys keys, Map<Tag, Tag> aliases) {
        var groups = new TreeMap<String, List<String>>();
        var shown = new HashMap<String, Tag>();
        redis.hgetAll(keys.tags())
                .forEach((folded, written) -> {
                    var tag = new Tag(folded, written);
                    var now = aliases.getOrDefault(tag, tag);
                    groups.computeIfAbsent(now.folded(), _ -> new ArrayList<>())
                            .add(keys.tag(folded));
                    if (aliases.containsKey(tag)) {
                        shown.put(now.folded(), now);
                    } else {
                        shown.putIfAbsent(now.folded(), now);
                    }
                });
        var alone = new LinkedHashMap<String, Response<Long>>();
        var joined = new LinkedHashMap<String, Response<List<String>>>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            groups.forEach((folded, names) -> {
                if (names.size() == 1) {
                    alone.put(folded, pipeline.zcard(names.getFirst()));
                } else {
                    joined.put(
                            folded, pipeline.zunion(new ZParams(), names.toArray(String[]::new)));
                }
            });
            pipeline.sync();
        }
        var counts = new ArrayList<TagCount>();
        alone.forEach((folded, count) -> counts.add(new TagCount(tag(shown, folded), count.get())));
        joined.forEach(
                (folded, ids) -> counts.add(new TagCount(tag(shown, folded), ids.get().size())));
        return counts.stream()
                .filter(count -> count.links() > 0)
                .sorted(
                        Comparator.comparingLong(TagCount::links)
                                .reversed()
                                .thenComparing(count -> count.tag().folded()))
                .toList();
    }

    private static Tag tag(Map<String, Tag> shown, String folded) {
        return shown.getOrDefault(folded, Tag.of(folded));
    }

    static Set<String> indexed(Map<String, String> hash) {
        var tags = new TreeSet<String>();
        hash.keySet().stream()
                .filter(field -> field.startsWith("t:"))
                .forEach(field -> tags.add(field.substring(2)));
        return tags;
    }

    /// The tags of a link as they are written, those left out that an editor took off; none where
    /// it is withdrawn.
    static List<Tag> standing(Link raw, Map<Tag, Tag> aliases) {
        if (raw.isWithdrawn()) {
            return List.of();
        }
        var off = new HashSet<Tag>();
        raw.curation().tagsRemoved().forEach(tag -> off.add(aliases.getOrDefault(tag, tag)));
        return raw.tags().stream()
                .filter(tag -> !off.contains(aliases.getOrDefault(tag, tag)))
                .toList();
    }

    static void refresh(
            UnifiedJedis redis,
            Keys keys,
            Map<LinkId, Map<String, String>> hashes,
            Map<Tag, Tag> aliases) {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            hashes.forEach((id, hash) ->
                    LinkCodec.read(id, hash, Map.of())
                            .ifPresent(link -> {
                                var indexed = indexed(hash);
                                var wanted = standing(link, aliases);
                                var score = (double) link.lastShared().toEpochMilli();
                                for (var tag : wanted) {
                                    if (!indexed.remove(tag.folded())) {
                                        pipeline.hsetnx(keys.tags(), tag.folded(), tag.shown());
                                        pipeline.zadd(keys.tag(tag.folded()), score, id.value());
                                        pipeline.hset(keys.link(id), "t:" + tag.folded(), "");
                                    }
                                }
                                for (var folded : indexed) {
                                    pipeline.zrem(keys.tag(folded), id.value());
                                    pipeline.hdel(keys.link(id), "t:" + folded);
                                }
                            }));
            pipeline.sync();
        }
    }
}
