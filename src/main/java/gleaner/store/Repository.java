package gleaner.store;

import gleaner.news.Correction;
import gleaner.news.Curation;
import gleaner.news.Health;
import gleaner.news.IssueField;
import gleaner.news.IssueWords;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.MessageId;
import gleaner.news.NewsroomId;
import gleaner.news.Page;
import gleaner.news.PersonId;
import gleaner.news.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZParams;
import redis.clients.jedis.params.ZRangeParams;
import redis.clients.jedis.resps.StreamEntry;
import redis.clients.jedis.resps.Tuple;

/// The links of one newsroom and what was done to them. Safe for use by many threads and processes.
///
/// Every method throws [gleaner.news.GleanerException] (UNAVAILABLE) where Redis cannot be asked.
public final class Repository {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int CHUNK = 1_000;

    private final Redis connection;
    private final UnifiedJedis redis;
    private final Keys keys;

    Repository(Redis connection, NewsroomId newsroom) {
        this.connection = connection;
        this.redis = connection.client();
        this.keys = Keys.of(newsroom);
    }

    /// The link of that id, its tags under the names that they have now.
    public Optional<Link> link(LinkId id) {
        return links(List.of(id)).stream().findFirst();
    }

    /// The links of those ids in that order, each once, unknown ones left out; one round trip for
    /// every thousand, and another where some are part of others.
    public List<Link> links(Collection<LinkId> ids) {
        var links = new LinkedHashMap<LinkId, Link>();
        named(ids).values().forEach(link -> links.putIfAbsent(link.id(), link));
        return List.copyOf(links.values());
    }

    /// The same by the ids that were asked for: that of a link which is part of another leads
    /// there.
    public Map<LinkId, Link> named(Collection<LinkId> ids) {
        return connection.guard(() -> {
            var aliases = readAliases();
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

    /// What a link is part of; empty where it is none of another's.
    public Optional<Absorbed> absorbed(LinkId id) {
        return connection.guard(() -> {
            var known = redis.hmget(keys.link(id), "into", "was", "made");
            if (known.getFirst() == null) {
                return Optional.empty();
            }
            return link(id).map(link -> {
                var isNext = link.id().value().equals(known.getFirst());
                var was = isNext ? curation(known.get(1)) : Curation.NONE;
                return new Absorbed(
                        link.id(), was, isNext ? curation(known.get(2)) : Curation.NONE);
            });
        });
    }

    private static Curation curation(@Nullable String json) {
        return json == null || json.isEmpty() ? Curation.NONE : CurationCodec.read(Json.read(json));
    }

    /// The links that are part of this one, by id.
    public List<LinkId> partsOf(LinkId id) {
        return connection.guard(() ->
                redis.hkeys(keys.link(id)).stream()
                        .filter(field -> field.startsWith("o:"))
                        .map(field -> new LinkId(field.substring(2)))
                        .sorted(java.util.Comparator.comparing(LinkId::value))
                        .toList());
    }

    /// The same with who made them part of it, and when.
    public List<Part> joined(LinkId id) {
        var ids = partsOf(id);
        return connection.guard(() -> {
            var answers = new LinkedHashMap<LinkId, Response<String>>();
            try (AbstractPipeline pipeline = redis.pipelined()) {
                ids.forEach(part -> answers.put(part, pipeline.hget(keys.link(part), "joined")));
                pipeline.sync();
            }
            return answers.entrySet().stream()
                    .map(answer -> Part.read(answer.getKey(), answer.getValue().get()))
                    .toList();
        });
    }

    /// Whether somebody took these two apart: then nobody but a person makes them one again.
    public boolean areApart(LinkId one, LinkId other) {
        return connection.guard(() ->
                redis.hexists(keys.link(one), "n:" + other)
                        || redis.hexists(keys.link(other), "n:" + one));
    }

    /// Makes a link known by another key too, if no link has that yet; any number of times.
    ///
    /// @return the link that has the key
    public LinkId alsoKnownAs(LinkId id, LinkKey key) {
        return connection.guard(() -> {
            var known = redis.hget(keys.keys(), key.value());
            if (known != null) {
                return new LinkId(known);
            }
            // In this order: a key that is noted at the link and leads elsewhere is only passed
            // over.
            redis.hset(keys.link(id), "K:" + key.value(), "");
            redis.hsetnx(keys.keys(), key.value(), id.value());
            return new LinkId(redis.hget(keys.keys(), key.value()));
        });
    }

    private static List<List<LinkId>> chunks(Collection<LinkId> ids) {
        var all = List.copyOf(ids);
        var chunks = new ArrayList<List<LinkId>>();
        for (int i = 0; i < all.size(); i += CHUNK) {
            chunks.add(all.subList(i, Math.min(all.size(), i + CHUNK)));
        }
        return chunks;
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

    private Map<LinkId, Map<String, String>> hashes(Collection<LinkId> ids) {
        var answers = answers(ids).iterator();
        var hashes = new LinkedHashMap<LinkId, Map<String, String>>();
        ids.forEach(id -> hashes.put(id, answers.next().get()));
        return hashes;
    }

    /// The link with that key.
    public Optional<LinkId> find(LinkKey key) {
        return connection.guard(
                () -> Optional.ofNullable(redis.hget(keys.keys(), key.value())).map(LinkId::new));
    }

    /// The links that a message shares now.
    public List<LinkId> sharedIn(MessageId message) {
        return connection.guard(() ->
                ids(
                        Optional.ofNullable(redis.hget(keys.message(message), "links")).stream()
                                .flatMap(ids -> List.of(ids.split(" ")).stream())
                                .filter(id -> !id.isEmpty())
                                .toList()));
    }

    /// Ids in an index, last shared first, ties in an order that never changes; `offset` from 0, at
    /// most `count`.
    public List<LinkId> newest(Index index, int offset, int count) {
        var names = names(index);
        return connection.guard(() -> {
            if (names.size() == 1) {
                return ids(
                        redis.zrange(
                                names.getFirst(),
                                ZRangeParams.zrangeParams(offset, offset + count - 1).rev()));
            }
            return redis
                    .zunionWithScores(
                            new ZParams().aggregate(ZParams.Aggregate.MAX),
                            names.toArray(String[]::new))
                    .stream()
                    .sorted(
                            java.util.Comparator.comparingDouble(Tuple::getScore)
                                    .thenComparing(Tuple::getElement)
                                    .reversed())
                    .skip(offset)
                    .limit(count)
                    .map(tuple -> new LinkId(tuple.getElement()))
                    .toList();
        });
    }

    /// How many ids an index holds.
    public long count(Index index) {
        var names = names(index);
        return connection.guard(() ->
                names.size() == 1
                        ? redis.zcard(names.getFirst())
                        : redis.zunion(new ZParams(), names.toArray(String[]::new)).size());
    }

    private List<String> names(Index index) {
        return switch (index) {
            case Index.All() -> List.of(keys.all());
            case Index.Open() -> List.of(keys.open());
            case Index.Tagged(var tag) -> tagKeys(tag);
            case Index.SharedBy(var person) -> List.of(keys.person(person));
            case Index.SharedIn(var channel) -> List.of(keys.channel(channel));
            case Index.InState(var state) -> List.of(keys.state(state));
        };
    }

    /// The indexes of a tag and of all that were renamed to it.
    private List<String> tagKeys(Tag tag) {
        var aliases = aliases();
        var now = aliases.getOrDefault(tag, tag);
        var folded = new TreeSet<String>();
        folded.add(now.folded());
        aliases.forEach((from, to) -> {
            if (to.equals(now)) {
                folded.add(from.folded());
            }
        });
        return folded.stream().map(keys::tag).toList();
    }

    /// The links with a share between these times (the end excluded; epoch milliseconds), by id.
    ///
    /// Days are looked up whole: a link of the first or last day may have been shared outside of
    /// the hours; ask it.
    public List<LinkId> sharedBetween(long fromMillis, long toMillis) {
        return connection.guard(() -> {
            var first = Math.floorDiv(fromMillis, DAY);
            var last = Math.floorDiv(toMillis - 1, DAY);
            if (last - first > 4_000) {
                return ids(
                        redis
                                .zrange(
                                        keys.all(),
                                        ZRangeParams.zrangeByScoreParams(
                                                (double) fromMillis, Double.POSITIVE_INFINITY))
                                .stream()
                                .sorted()
                                .toList());
            }
            var days = new ArrayList<Response<Set<String>>>();
            try (AbstractPipeline pipeline = redis.pipelined()) {
                for (long day = first; day <= last; day++) {
                    days.add(pipeline.smembers(keys.day(day)));
                }
                pipeline.sync();
            }
            var found = new TreeSet<String>();
            days.forEach(day -> found.addAll(day.get()));
            return ids(found);
        });
    }

    private static List<LinkId> ids(Collection<String> values) {
        return values.stream().map(LinkId::new).toList();
    }

    /// Every tag that stands on a link, most used first, ties by name; renamed and merged ones
    /// under their new name.
    public List<TagCount> tags() {
        return connection.guard(() -> TagCounts.read(redis, keys, readAliases()));
    }

    /// What tags stand for by rename or merge: the key is what people write.
    public Map<Tag, Tag> aliases() {
        return connection.guard(this::readAliases);
    }

    private Map<Tag, Tag> readAliases() {
        return TagCounts.aliases(redis.hgetAll(keys.aliases()));
    }

    /// Does an act, wholly or not at all.
    public Outcome commit(Act act) {
        return connection.guard(() -> {
            var request = new CommitRequest(keys, readAliases()).of(act, indexedTags(act));
            var answer =
                    (List<?>)
                            Script.COMMIT.run(
                                    redis, keys.message(act.id()), List.of(keys.prefix(), request));
            var joined = new LinkedHashSet<LinkId>();
            act.joinings()
                    .forEach(joining -> joined.addAll(List.of(joining.link(), joining.into())));
            refresh(joined);
            return switch (String.valueOf(answer.getFirst())) {
                case "done" -> new Outcome.Done();
                case "before" -> new Outcome.DoneBefore(String.valueOf(answer.get(1)));
                default -> new Outcome.Conflict();
            };
        });
    }

    /// The tags under which each of the act's links can be found now.
    private Map<LinkId, Set<String>> indexedTags(Act act) {
        var ids = new LinkedHashSet<LinkId>();
        act.revisions().forEach(revision -> ids.add(revision.before().id()));
        var tags = new LinkedHashMap<LinkId, Set<String>>();
        hashes(ids).forEach((id, hash) -> tags.put(id, TagCounts.indexed(hash)));
        return tags;
    }

    /// Makes the tags under which links are found those that they have; to be called after a
    /// message was edited or deleted.
    public void refresh(Collection<LinkId> ids) {
        connection.guard(() -> {
            for (var chunk : chunks(new LinkedHashSet<>(ids))) {
                TagCounts.refresh(redis, keys, hashes(chunk), readAliases());
            }
            return ids;
        });
    }

    /// What editors said of pages of that URL's host and have not taken back, in no particular
    /// order.
    public List<Correction> corrections(String url) {
        return CorrectionCodec.host(url)
                .map(host ->
                        connection.guard(() ->
                                redis.hgetAll(keys.bylines(host)).entrySet().stream()
                                        .map(entry ->
                                                CorrectionCodec.read(
                                                        entry.getKey(), entry.getValue()))
                                        .toList()))
                .orElse(List.of());
    }

    /// Keeps what a page says of itself.
    ///
    /// @param at when it was read: it is there
    public void page(LinkId id, Page page, Instant at) {
        var fields =
                Map.of(
                        "page",
                        PageCodec.write(page),
                        HealthCodec.LOOK,
                        HealthCodec.write(Health.readAt(at)));
        connection.guard(() -> redis.hset(keys.link(id), fields));
    }

    /// Keeps what another server says of a page, for as long as the page itself was not read.
    public void preview(LinkId id, Page page) {
        connection.guard(() -> redis.hset(keys.link(id), "card", PageCodec.write(page)));
    }

    /// The answer that was given to a command before.
    public Optional<String> answerTo(MessageId command) {
        return connection.guard(
                () -> Optional.ofNullable(redis.hget(keys.message(command), "answer")));
    }

    /// The last thing that somebody did and that has not been undone.
    public Optional<PastAct> lastActOf(PersonId person) {
        return connection.guard(() ->
                Optional.ofNullable(redis.lindex(keys.acts(person), 0))
                        .flatMap(id -> redis.xrange(keys.history(), id, id).stream().findFirst())
                        .map(Repository::pastAct));
    }

    /// The last acts, newest first.
    public List<PastAct> history(int count) {
        return connection.guard(() ->
                redis.xrevrange(keys.history(), (StreamEntryID) null, null, count).stream()
                        .map(Repository::pastAct)
                        .toList());
    }

    private static PastAct pastAct(StreamEntry entry) {
        var act = entry.getFields().get("act");
        return CommitRequest.read(entry.getID().toString(), String.valueOf(act));
    }

    /// What editors wrote for the open issue.
    public IssueWords issueWords() {
        var number = openIssue();
        return connection.guard(() -> {
            var values = new LinkedHashMap<IssueField, String>();
            var edits = new long[1];
            redis.hgetAll(keys.issue(number))
                    .forEach((field, value) -> {
                        if (field.equals(CommitRequest.EDITS)) {
                            edits[0] = Long.parseLong(value);
                        } else if (!field.startsWith("run:")) {
                            values.put(new IssueField(field), value);
                        }
                    });
            return new IssueWords(number, edits[0], values);
        });
    }

    /// An issue as it was published; none where it is not.
    public Optional<Snapshot> snapshot(int number) {
        return connection.guard(
                () -> SnapshotCodec.read(number, redis.hgetAll(keys.issue(number))));
    }

    /// The published issues, the latest first, at most so many.
    public List<PublishedIssue> publishedIssues(int count) {
        var open = openIssue();
        return connection.guard(() -> {
            var answers = new LinkedHashMap<Integer, Response<List<String>>>();
            try (AbstractPipeline pipeline = redis.pipelined()) {
                for (int number = open - 1; number > Math.max(0, open - 1 - count); number--) {
                    answers.put(
                            number,
                            pipeline.hmget(
                                    keys.issue(number),
                                    SnapshotCodec.TITLE,
                                    SnapshotCodec.AT,
                                    SnapshotCodec.COUNT));
                }
                pipeline.sync();
            }
            var issues = new ArrayList<PublishedIssue>();
            answers.forEach((number, answer) -> {
                var fields = answer.get();
                if (fields.stream().allMatch(java.util.Objects::nonNull)) {
                    issues.add(
                            new PublishedIssue(
                                    number,
                                    fields.get(0),
                                    Instant.ofEpochMilli(Long.parseLong(fields.get(1))),
                                    Integer.parseInt(fields.get(2))));
                }
            });
            return issues;
        });
    }

    /// Those of the links that stand for the open issue.
    public Set<LinkId> candidates(Collection<LinkId> ids) {
        return connection.guard(() -> {
            var scores = new LinkedHashMap<LinkId, Response<Double>>();
            try (AbstractPipeline pipeline = redis.pipelined()) {
                ids.forEach(id -> scores.put(id, pipeline.zscore(keys.open(), id.value())));
                pipeline.sync();
            }
            var found = new LinkedHashSet<LinkId>();
            scores.forEach((id, score) -> {
                if (score.get() != null) {
                    found.add(id);
                }
            });
            return found;
        });
    }

    /// The number of the open issue, from 1.
    public int openIssue() {
        return connection.guard(() ->
                Optional.ofNullable(redis.hget(keys.issue(), "open"))
                        .map(Integer::valueOf)
                        .orElse(1));
    }
}
