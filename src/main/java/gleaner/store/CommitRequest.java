package gleaner.store;

import gleaner.news.Byline;
import gleaner.news.LinkId;
import gleaner.news.State;
import gleaner.news.Tag;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An act as the script `commit.lua` wants it.
record CommitRequest(Keys keys, Map<Tag, Tag> aliases) {

    /// How often what is written for an issue has changed.
    static final String EDITS = "rev";

    String of(Act act, Map<LinkId, Set<String>> indexed) {
        var node = Json.object();
        node.put("answer", act.answer());
        node.put("person", act.by().id().value());
        node.put("undoes", act.undoes().map(PastAct::id).orElse(""));
        node.put("owner", act.undoes().map(undone -> undone.by().id().value()).orElse(""));
        node.put("redoes", act.undoes().flatMap(PastAct::undoes).orElse(""));
        var checks = node.putArray("checks");
        var writes = node.putArray("writes");
        var changed = new TreeSet<String>();
        for (var revision : act.revisions()) {
            var id = revision.before().id();
            check(checks, keys.link(id), "rev", Long.toString(revision.before().revision()));
            changed.add(id.value());
            link(writes, revision, indexed.getOrDefault(id, Set.of()));
            if (act.joinings().isEmpty()) {
                correction(writes, revision);
            }
        }
        for (var alias : act.aliases()) {
            alias(writes, alias);
        }
        issue(act, node, checks, writes);
        var joinings = node.putArray("joinings");
        for (var joining : act.joinings()) {
            joinings.addArray()
                    .add(joining.link().value())
                    .add(joining.into().value())
                    .add(joining.isOne() ? 1 : 0)
                    .add(Part.write(act.at(), act.by()));
            changed.add(joining.link().value());
            changed.add(joining.into().value());
        }
        node.put("changed", String.join(" ", changed));
        var nothing =
                act.revisions().isEmpty()
                        && act.aliases().isEmpty()
                        && act.fields().isEmpty()
                        && act.publication().isEmpty()
                        && act.joinings().isEmpty()
                        && act.handed().isEmpty();
        node.put("final", act.handed().isPresent());
        node.put("history", nothing ? "" : ActCodec.write(act));
        return node.toString();
    }

    private void issue(Act act, ObjectNode node, ArrayNode checks, ArrayNode writes) {
        var open = "";
        for (var change : act.fields()) {
            var issue = keys.issue(change.issue());
            var field = change.field().name();
            open = Integer.toString(change.issue());
            check(checks, issue, field, change.before().orElse(""));
            change.after()
                    .ifPresentOrElse(
                            words -> write(writes, "HSET", issue, field, words),
                            () -> write(writes, "HDEL", issue, field));
            write(writes, "HINCRBY", issue, EDITS, "1");
        }
        if (act.publication().isPresent()) {
            open = publication(act.publication().get(), checks, writes);
        }
        node.put("open", open);
    }

    /// @return the number of the issue that must be open before
    private String publication(Publication publication, ArrayNode checks, ArrayNode writes) {
        return switch (publication) {
            case Publication.Publish(var snapshot, var words) -> {
                var issue = keys.issue(snapshot.number());
                check(checks, issue, EDITS, words.edits() == 0 ? "" : Long.toString(words.edits()));
                SnapshotCodec.write(snapshot)
                        .forEach((field, value) -> write(writes, "HSET", issue, field, value));
                write(
                        writes,
                        "HSET",
                        keys.issue(),
                        "open",
                        Integer.toString(snapshot.number() + 1));
                yield Integer.toString(snapshot.number());
            }
            case Publication.Unpublish(var number) -> {
                write(writes, "HRUN", keys.issue(number));
                write(writes, "HSET", keys.issue(), "open", Integer.toString(number));
                yield Integer.toString(number + 1);
            }
        };
    }

    private void link(ArrayNode writes, Revision revision, Set<String> indexed) {
        var before = revision.before();
        var link = keys.link(before.id());
        var id = before.id().value();
        var after = before.withCuration(revision.after());
        var curation = CurationCodec.write(revision.after());
        if (curation.isEmpty()) {
            write(writes, "HDEL", link, "cur");
        } else {
            write(writes, "HSET", link, "cur", curation.toString());
        }
        write(writes, "HINCRBY", link, "rev", "1");
        if (!revision.ran().equals(before.ran())) {
            revision.ran()
                    .ifPresentOrElse(
                            ran -> write(writes, "HSET", link, "ran", Integer.toString(ran)),
                            () -> write(writes, "HDEL", link, "ran"));
        }
        var score = Long.toString(before.lastShared().toEpochMilli());
        revision.isCandidate()
                .ifPresent(is -> {
                    if (is) {
                        write(writes, "ZADD", keys.open(), score, id);
                    } else {
                        write(writes, "ZREM", keys.open(), id);
                    }
                });
        var was = before.curation().state();
        var is = revision.after().state();
        if (was != State.NEW && was != is) {
            write(writes, "ZREM", keys.state(was), id);
        }
        if (is != State.NEW) {
            write(writes, "ZADD", keys.state(is), score, id);
        }
        var gone = new TreeSet<>(indexed);
        for (var tag : TagCounts.standing(after, aliases)) {
            gone.remove(tag.folded());
            write(writes, "HSETNX", keys.tags(), tag.folded(), tag.shown());
            write(writes, "ZADD", keys.tag(tag.folded()), score, id);
            write(writes, "HSET", link, "t:" + tag.folded(), "");
        }
        for (var folded : gone) {
            // A renamed tag stands here under its new name; its old name still leads to the link.
            var renamed = aliases.get(Tag.of(folded));
            if (renamed == null || !after.tags().contains(renamed)) {
                write(writes, "ZREM", keys.tag(folded), id);
                write(writes, "HDEL", link, "t:" + folded);
            }
        }
    }

    /// What an editor says of a page is remembered for others of its host as long as it stands.
    /// What two links had before they became one says nothing new.
    private void correction(ArrayNode writes, Revision revision) {
        var before = revision.before();
        var byline = revision.after().byline();
        if (byline.equals(before.curation().byline())) {
            return;
        }
        CorrectionCodec.host(CorrectionCodec.url(before))
                .map(keys::bylines)
                .ifPresent(key ->
                        byline.filter(given -> !given.equals(Byline.NONE))
                                .ifPresentOrElse(
                                        given ->
                                                write(
                                                        writes,
                                                        "HSET",
                                                        key,
                                                        before.id().value(),
                                                        CorrectionCodec.write(
                                                                before,
                                                                given,
                                                                revision.after().at())),
                                        () -> write(writes, "HDEL", key, before.id().value())));
    }

    private void alias(ArrayNode writes, TagAlias alias) {
        alias.after()
                .ifPresentOrElse(
                        to ->
                                write(
                                        writes,
                                        "HSET",
                                        keys.aliases(),
                                        alias.tag().folded(),
                                        to.shown()),
                        () -> write(writes, "HDEL", keys.aliases(), alias.tag().folded()));
    }

    private static void check(ArrayNode checks, String key, String field, String value) {
        checks.addArray().add(key).add(field).add(value);
    }

    private static void write(ArrayNode writes, String... command) {
        var array = writes.addArray();
        for (var word : command) {
            array.add(word);
        }
    }
}
