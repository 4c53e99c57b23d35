package gleaner.store;

import gleaner.news.CapturedShare;
import gleaner.news.Event.MessagePosted;
import gleaner.news.LinkId;
import gleaner.news.MessageId;
import gleaner.news.NewsroomId;
import gleaner.news.PersonId;
import gleaner.news.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.UnifiedJedis;

/// Messages and the links in them, as their channels tell of them. Safe for use by many threads and
/// processes.
///
/// Every write is atomic and may be repeated: an import that is run twice, or an event that is
/// delivered twice, changes nothing the second time.
public final class Messages {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int TOGETHER = 128;

    private final Redis connection;
    private final UnifiedJedis redis;
    private final Keys keys;
    private final PageQueue.Fill fill;

    /// @param fill whose pages are to be read
    Messages(Redis connection, NewsroomId newsroom, PageQueue.Fill fill) {
        this.fill = fill;
        this.connection = connection;
        this.redis = connection.client();
        this.keys = Keys.of(newsroom);
    }

    /// Writes in that order; those of a hundred or so messages share a round trip and a sync of
    /// Redis's file.
    ///
    /// @param tally where each is counted (see [#tally]); empty for nowhere; one for all, or one
    ///   each
    public List<Written> write(List<? extends Write> writes, List<String> tally) {
        return connection.guard(() -> {
            var written = new ArrayList<Written>(writes.size());
            for (int from = 0; from < writes.size(); from += TOGETHER) {
                var arguments = new ArrayList<String>(TOGETHER * 40);
                arguments.add(keys.prefix());
                for (int i = from; i < Math.min(writes.size(), from + TOGETHER); i++) {
                    var words = request(writes.get(i), tally.get(tally.size() == 1 ? 0 : i));
                    arguments.add(Integer.toString(words.size()));
                    arguments.addAll(words);
                }
                var answers = (List<?>) Script.WRITE.run(redis, keys.inbox(), arguments);
                answers.forEach(answer -> written.add(read((List<?>) answer)));
            }
            return written;
        });
    }

    /// Writes one.
    public Written write(Write write, String tally) {
        return write(List.of(write), List.of(tally)).getFirst();
    }

    private List<String> request(Write write, String tally) {
        return switch (write) {
            case Write.Post post ->
                    request("post", post.posted(), post.version(), post.shares(), tally);
            case Write.Edit edit ->
                    request("edit", edit.posted(), edit.version(), edit.shares(), tally);
            case Write.EarlyEdit(var edited) ->
                    bare("edit", write.message(), edited.time(), edited.text(), tally);
            case Write.Delete(var deleted) ->
                    bare("delete", write.message(), deleted.time(), "", tally);
            case Write.React react ->
                    List.of(
                            "reaction",
                            react.message().toString(),
                            react.person().value(),
                            react.emoji(),
                            millis(react.time()),
                            react.on() ? "1" : "0",
                            tallyKey(tally),
                            react.vote() ? "v" : "e");
        };
    }

    private List<String> request(
            String what,
            MessagePosted posted,
            Instant version,
            List<CapturedShare> shares,
            String tally) {
        var time = millis(posted.time());
        var arguments = new ArrayList<String>(16 + shares.size() * 24);
        arguments.addAll(
                List.of(
                        "message",
                        what,
                        posted.message().toString(),
                        time,
                        millis(version),
                        posted.text(),
                        EventCodec.envelope(posted),
                        posted.person().id().value(),
                        posted.message().channel().value(),
                        Long.toString(Math.floorDiv(posted.time().toEpochMilli(), DAY)),
                        tallyKey(tally),
                        Integer.toString(shares.size()),
                        fill.due(!tally.isEmpty())));
        for (var captured : shares) {
            var share = captured.share();
            arguments.add(captured.key().value());
            arguments.add(share.url());
            arguments.add(ShareCodec.write(share));
            var ids = LinkId.candidates(captured.key());
            arguments.add(Integer.toString(ids.size()));
            ids.forEach(id -> arguments.add(id.value()));
            arguments.add(Integer.toString(share.tags().size()));
            for (Tag tag : share.tags()) {
                arguments.add(tag.folded());
                arguments.add(tag.shown());
            }
        }
        return arguments;
    }

    private List<String> bare(
            String what, MessageId id, Instant version, String text, String tally) {
        var at = millis(version);
        return List.of(
                "message",
                what,
                id.toString(),
                at,
                at,
                text,
                "",
                "",
                "",
                "",
                tallyKey(tally),
                "0",
                "");
    }

    private String tallyKey(String tally) {
        return tally.isEmpty() ? "" : keys.tally(tally);
    }

    private static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    private static Written read(List<?> answer) {
        var parts = answer.stream().map(String::valueOf).toList();
        var links = new ArrayList<Written.Part>();
        var reactions = new ArrayList<Written.EarlyReaction>();
        int i = 2;
        for (; i < parts.size() && !parts.get(i).equals("r"); i += 2) {
            links.add(new Written.Part(new LinkId(parts.get(i)), parts.get(i + 1).equals("1")));
        }
        for (i++; i < parts.size(); i++) {
            var reaction = parts.get(i).split("\u001f", 2);
            reactions.add(new Written.EarlyReaction(new PersonId(reaction[0]), reaction[1]));
        }
        var status = Written.Status.valueOf(parts.get(0).toUpperCase(java.util.Locale.ROOT));
        return new Written(
                status,
                Instant.ofEpochMilli(Math.max(0, Long.parseLong(parts.get(1)))),
                links,
                reactions);
    }

    /// The message as its channel first told it, with the given words in the place of its own;
    /// empty where it is not there.
    public Optional<MessagePosted> withWords(MessageId message, String words) {
        return connection.guard(() ->
                Optional.ofNullable(redis.hget(keys.message(message), "m"))
                        .map(envelope -> EventCodec.message(envelope, words)));
    }

    /// What is known of a message without reading it; empty where it never came or was forgotten.
    ///
    /// @param version when its words were written
    /// @param links how many it has
    /// @param reactions those that stand, by everybody
    public record Known(Instant version, int links, Set<Written.EarlyReaction> reactions) {}

    public Optional<Known> known(MessageId message) {
        return connection.guard(() -> {
            var all = redis.hgetAll(keys.message(message));
            if (!all.containsKey("m")) {
                return Optional.<Known>empty();
            }
            var reactions = new HashSet<Written.EarlyReaction>();
            all.forEach((field, value) -> {
                var parts = field.split("\u001f", 2);
                if (field.startsWith("r:") && parts.length == 2 && value.contains(":1:")) {
                    reactions.add(
                            new Written.EarlyReaction(
                                    new PersonId(parts[0].substring(2)), parts[1]));
                }
            });
            var links = all.getOrDefault("links", "").strip();
            return Optional.of(
                    new Known(
                            Instant.ofEpochMilli(Long.parseLong(all.getOrDefault("v", "0"))),
                            links.isEmpty() ? 0 : links.split(" ").length,
                            reactions));
        });
    }

    /// The words of an edit that came before its message.
    public Optional<String> earlyWords(MessageId message) {
        return connection.guard(
                () -> Optional.ofNullable(redis.hget(keys.message(message), "text")));
    }

    /// What was counted under a tally: `post`, `known`, `edit`, `delete`, `reaction` messages;
    /// `new`, `again` links.
    public java.util.Map<String, Long> tally(String tally) {
        return connection.guard(() -> {
            var counts = new java.util.TreeMap<String, Long>();
            redis.hgetAll(keys.tally(tally))
                    .forEach((field, count) -> counts.put(field, Long.valueOf(count)));
            return counts;
        });
    }

    /// Forgets a tally.
    public void dropTally(String tally) {
        connection.guard(() -> redis.del(keys.tally(tally)));
    }
}
