package gleaner.store;

import gleaner.news.Correction;
import gleaner.news.Curation;
import gleaner.news.Health;
import gleaner.news.IssueWords;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.MessageId;
import gleaner.news.NewsroomId;
import gleaner.news.Page;
import gleaner.news.PersonId;
import gleaner.news.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/// The links of one newsroom and what was done to them. Safe for use by many threads and processes.
///
/// Every method throws [gleaner.news.GleanerException] (UNAVAILABLE) where Redis cannot be asked.
public final class Repository {

    private final Redis connection;
    private final UnifiedJedis redis;
    private final Keys keys;
    private final LinkReader links;
    private final Indexes indexes;
    private final History history;
    private final Issues issues;

    Repository(Redis connection, NewsroomId newsroom) {
        this.connection = connection;
        this.redis = connection.client();
        this.keys = Keys.of(newsroom);
        this.links = new LinkReader(connection, keys);
        this.indexes = new Indexes(connection, keys);
        this.history = new History(connection, keys);
        this.issues = new Issues(connection, keys);
    }

    /// The link of that id, its tags under the names that they have now.
    public Optional<Link> link(LinkId id) {
        return links(List.of(id)).stream().findFirst();
    }

    /// The links of those ids in that order, each once, unknown ones left out; one round trip for
    /// every thousand, and another where some are part of others.
    public List<Link> links(Collection<LinkId> ids) {
        var found = new LinkedHashMap<LinkId, Link>();
        named(ids).values().forEach(link -> found.putIfAbsent(link.id(), link));
        return List.copyOf(found.values());
    }

    /// The same by the ids that were asked for: that of a link which is part of another leads
    /// there.
    public Map<LinkId, Link> named(Collection<LinkId> ids) {
        return links.named(ids);
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
                        .sorted(Comparator.comparing(LinkId::value))
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

    /// The link with that key.
    public Optional<LinkId> find(LinkKey key) {
        return connection.guard(
                () -> Optional.ofNullable(redis.hget(keys.keys(), key.value())).map(LinkId::new));
    }

    /// The links that a message shares now.
    public List<LinkId> sharedIn(MessageId message) {
        return connection.guard(() ->
                Indexes.ids(
                        Optional.ofNullable(redis.hget(keys.message(message), "links")).stream()
                                .flatMap(ids -> List.of(ids.split(" ")).stream())
                                .filter(id -> !id.isEmpty())
                                .toList()));
    }

    /// Ids in an index, last shared first, ties in an order that never changes; `offset` from 0, at
    /// most `count`.
    public List<LinkId> newest(Index index, int offset, int count) {
        return indexes.newest(index, offset, count);
    }

    /// How many ids an index holds.
    public long count(Index index) {
        return indexes.count(index);
    }

    /// The links with a share between these times (the end excluded; epoch milliseconds), by id.
    ///
    /// Days are looked up whole: a link of the first or last day may have been shared outside of
    /// the hours; ask it.
    public List<LinkId> sharedBetween(long fromMillis, long toMillis) {
        return indexes.sharedBetween(fromMillis, toMillis);
    }

    /// Every tag that stands on a link, most used first, ties by name; renamed and merged ones
    /// under their new name.
    public List<TagCount> tags() {
        return connection.guard(() -> TagCounts.read(redis, keys, TagCounts.aliases(redis, keys)));
    }

    /// What tags stand for by rename or merge: the key is what people write.
    public Map<Tag, Tag> aliases() {
        return connection.guard(() -> TagCounts.aliases(redis, keys));
    }

    /// Does an act, wholly or not at all.
    public Outcome commit(Act act) {
        return connection.guard(() -> {
            var request =
                    new CommitRequest(keys, TagCounts.aliases(redis, keys))
                            .of(act, indexedTags(act));
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
        links.hashes(ids).forEach((id, hash) -> tags.put(id, TagCounts.indexed(hash)));
        return tags;
    }

    /// Makes the tags under which links are found those that they have; to be called after a
    /// message was edited or deleted.
    public void refresh(Collection<LinkId> ids) {
        connection.guard(() -> {
            for (var chunk : LinkReader.chunks(new LinkedHashSet<>(ids))) {
                TagCounts.refresh(redis, keys, links.hashes(chunk), TagCounts.aliases(redis, keys));
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
        return history.lastActOf(person);
    }

    /// The last acts, newest first.
    public List<PastAct> history(int count) {
        return history.last(count);
    }

    /// The last acts before that one, newest first.
    public List<PastAct> historyBefore(PastAct act, int count) {
        return history.before(act, count);
    }

    /// The act of that number.
    public Optional<PastAct> act(long number) {
        return history.act(number);
    }

    /// Whether that act was taken back and has not been done again since.
    public boolean isUndone(PastAct act) {
        return !undone(List.of(act)).isEmpty();
    }

    /// The ids of those acts that were taken back and have not been done again since.
    public Set<String> undone(Collection<PastAct> acts) {
        return history.undone(acts.stream().map(PastAct::id).toList());
    }

    /// The numbers of the acts of those ids.
    public Map<String, Long> numbers(Collection<String> acts) {
        return history.numbers(acts);
    }

    /// What editors wrote for the open issue.
    public IssueWords issueWords() {
        return issues.words();
    }

    /// An issue as it was published; none where it is not.
    public Optional<Snapshot> snapshot(int number) {
        return issues.snapshot(number);
    }

    /// The published issues, the latest first, at most so many.
    public List<PublishedIssue> publishedIssues(int count) {
        return issues.published(count);
    }

    /// Those of the links that stand for the open issue.
    public Set<LinkId> candidates(Collection<LinkId> ids) {
        return indexes.candidates(ids);
    }

    /// The number of the open issue, from 1.
    public int openIssue() {
        return issues.open();
    }
}
