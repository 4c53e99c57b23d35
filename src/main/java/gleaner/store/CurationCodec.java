package gleaner.store;

import gleaner.news.Byline;
import gleaner.news.Curation;
import gleaner.news.ItemPicture;
import gleaner.news.MessageId;
import gleaner.news.SectionName;
import gleaner.news.State;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What editors decided about a link, as JSON.
final class CurationCodec {

    private CurationCodec() {}

    static ObjectNode write(Curation curation) {
        var node = Json.object();
        if (curation.state() != State.NEW) {
            node.put("state", curation.state().name());
        }
        Json.put(node, "section", curation.section().map(SectionName::value));
        Json.put(node, "blurb", curation.blurb());
        Json.put(node, "note", curation.note());
        Json.put(node, "words", curation.linkWords());
        curation.byline()
                .ifPresent(byline -> {
                    var written = node.putObject("byline");
                    Json.put(written, "author", byline.author());
                    Json.put(written, "publisher", byline.publisher());
                });
        curation.rank().ifPresent(rank -> node.put("rank", rank));
        curation.picture()
                .ifPresent(picture ->
                        node.putObject("picture")
                                .put("url", picture.url())
                                .put("alt", picture.alt())
                                .put("credit", picture.credit()));
        Json.putTags(node, "tags", curation.tagsAdded());
        Json.putTags(node, "untags", curation.tagsRemoved());
        Json.putAll(
                node,
                "withdrawn",
                curation.withdrawn().stream().map(MessageId::toString).sorted().toList());
        Json.putTime(node, "at", curation.at());
        return node;
    }

    static Curation read(JsonNode node) {
        return new Curation(
                Json.text(node, "state").map(State::valueOf).orElse(State.NEW),
                Json.text(node, "section").map(SectionName::new),
                Json.text(node, "blurb"),
                Json.text(node, "note"),
                Json.text(node, "words"),
                Optional.ofNullable(node.get("byline"))
                        .map(byline ->
                                new Byline(
                                        Json.text(byline, "author"),
                                        Json.text(byline, "publisher"))),
                Optional.ofNullable(node.get("rank")).map(JsonNode::asInt),
                Optional.ofNullable(node.get("picture"))
                        .map(picture ->
                                new ItemPicture(
                                        Json.need(picture, "url"),
                                        Json.need(picture, "alt"),
                                        Json.need(picture, "credit"))),
                Json.tags(node, "tags"),
                Json.tags(node, "untags"),
                Set.copyOf(Json.list(node, "withdrawn", id -> MessageId.parse(id.asString()))),
                Json.time(node, "at"));
    }
}
