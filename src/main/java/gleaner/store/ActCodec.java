package gleaner.store;

import gleaner.news.IssueField;
import gleaner.news.LinkId;
import gleaner.news.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// An act as the history keeps it, as JSON.
final class ActCodec {

    private ActCodec() {}

    static String write(Act act) {
        var node = Json.object();
        Json.putPerson(node, act.by());
        node.put("at", act.at().toEpochMilli());
        node.put("words", act.words());
        Json.put(node, "undoes", act.undoes().map(PastAct::id));
        var changes = node.putArray("changes");
        for (var revision : act.publication().isPresent() ? List.<Revision>of() : act.revisions()) {
            var change = changes.addObject().put("link", revision.before().id().value());
            change.set("before", CurationCodec.write(revision.before().curation()));
            change.set("after", CurationCodec.write(revision.after()));
        }
        var aliases = node.putArray("aliases");
        for (var alias : act.aliases()) {
            var written = aliases.addObject().put("tag", alias.tag().shown());
            Json.put(written, "before", alias.before().map(Tag::shown));
            Json.put(written, "after", alias.after().map(Tag::shown));
        }
        var fields = node.putArray("fields");
        for (var field : act.fields()) {
            var written =
                    fields.addObject()
                            .put("issue", field.issue())
                            .put("field", field.field().name());
            Json.put(written, "before", field.before());
            Json.put(written, "after", field.after());
        }
        act.publication().ifPresent(publication -> node.put("published", number(publication)));
        act.handed()
                .ifPresent(handed ->
                        node.putObject("handed")
                                .put("issue", handed.issue())
                                .put("to", handed.to())
                                .put("outcome", handed.outcome()));
        var joinings = node.putArray("joinings");
        for (var joining : act.joinings()) {
            joinings.addObject()
                    .put("link", joining.link().value())
                    .put("into", joining.into().value())
                    .put("one", joining.isOne());
        }
        return node.toString();
    }

    private static int number(Publication publication) {
        return switch (publication) {
            case Publication.Publish(var snapshot, _) -> snapshot.number();
            case Publication.Unpublish(var number) -> number;
        };
    }

    /// @param number its place in the history, from 1
    static PastAct read(String id, long number, String json) {
        var node = Json.read(json);
        return new PastAct(
                id,
                number,
                Json.person(node),
                Instant.ofEpochMilli(node.get("at").asLong()),
                Json.need(node, "words"),
                Json.list(
                        node,
                        "changes",
                        change ->
                                new PastAct.Change(
                                        new LinkId(Json.need(change, "link")),
                                        CurationCodec.read(change.get("before")),
                                        CurationCodec.read(change.get("after")))),
                aliases(node),
                Json.list(
                        node,
                        "fields",
                        field ->
                                new IssueChange(
                                        field.get("issue").asInt(),
                                        new IssueField(Json.need(field, "field")),
                                        Json.text(field, "before"),
                                        Json.text(field, "after"))),
                Optional.ofNullable(node.get("published")).map(issue -> issue.asInt()),
                Json.list(
                        node,
                        "joinings",
                        joining ->
                                new Joining(
                                        new LinkId(Json.need(joining, "link")),
                                        new LinkId(Json.need(joining, "into")),
                                        joining.get("one").asBoolean())),
                Json.text(node, "undoes"),
                Optional.ofNullable(node.get("handed")).map(ActCodec::handed));
    }

    private static HandedOver handed(JsonNode node) {
        return new HandedOver(
                node.get("issue").asInt(), Json.need(node, "to"), Json.need(node, "outcome"));
    }

    private static List<TagAlias> aliases(JsonNode node) {
        return Json.list(
                node,
                "aliases",
                alias ->
                        new TagAlias(
                                Tag.of(Json.need(alias, "tag")),
                                tag(alias, "before"),
                                tag(alias, "after")));
    }

    private static Optional<Tag> tag(JsonNode node, String field) {
        return Json.text(node, field).map(Tag::of);
    }
}
