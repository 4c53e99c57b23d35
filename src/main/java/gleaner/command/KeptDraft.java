package gleaner.command;

import gleaner.digest.takeback.DraftOutline;
import gleaner.digest.takeback.DraftOutline.Block;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.digest.takeback.DraftOutline.Kind;
import gleaner.news.Curation;
import gleaner.news.IssueWords;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import gleaner.news.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A draft that was handed out to be edited: what it showed, and what editors had written for it
/// until then, so that what others write meanwhile is seen.
///
/// @param marks of everything written: a few characters that are others for other words
public record KeptDraft(DraftOutline outline, Map<String, String> marks) {

    public KeptDraft {
        marks = Map.copyOf(marks);
    }

    /// A draft made now.
    ///
    /// @param links all of the draft
    public static KeptDraft of(DraftOutline outline, IssueWords words, Collection<Link> links) {
        var marks = new TreeMap<String, String>();
        words.values().forEach((field, value) -> marks.put(field.name(), hash(value)));
        links.forEach(link -> mark(link.id(), link.curation(), marks));
        return new KeptDraft(outline, marks);
    }

    private static void mark(LinkId id, Curation curation, Map<String, String> marks) {
        for (var aspect : Aspect.values()) {
            aspect.of(curation).ifPresent(value -> marks.put(aspect.key(id), hash(value)));
        }
    }

    /// What editors decide about a link.
    enum Aspect {
        BLURB,
        BYLINE,
        PICTURE,
        STATE;

        private String key(LinkId id) {
            return id + " " + name();
        }

        Optional<String> of(Curation curation) {
            return switch (this) {
                case BLURB -> curation.blurb();
                case BYLINE -> curation.byline().map(Object::toString);
                case PICTURE -> curation.picture().map(Object::toString);
                case STATE ->
                        Optional.of(curation.state())
                                .filter(state -> state != State.NEW)
                                .map(State::name);
            };
        }
    }

    /// Whether somebody has decided otherwise since.
    boolean isOther(LinkId id, Aspect aspect, Curation now) {
        return !Optional.ofNullable(marks.get(aspect.key(id)))
                .equals(aspect.of(now).map(KeptDraft::hash));
    }

    /// Whether something else has been written since.
    boolean isOther(String field, Optional<String> now) {
        return !Optional.ofNullable(marks.get(field)).equals(now.map(KeptDraft::hash));
    }

    /// What a text names it by: the same draft has the same.
    public String reference() {
        return outline.number() + "-" + hash(write());
    }

    private static String hash(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /// As one text.
    public String write() {
        var json = Json.object().put("number", outline.number());
        var blocks = json.putArray("blocks");
        outline.blocks()
                .forEach(block ->
                        blocks.addArray()
                                .add(block.kind().name())
                                .add(block.scope())
                                .add(block.markdown()));
        var entries = json.putArray("entries");
        for (var entry : outline.entries()) {
            var node = entries.addObject().put("section", entry.section().value());
            node.set("links", Json.texts(entry.links()));
            node.set("urls", Json.texts(entry.urls()));
            node.put("sentence", entry.sentence());
            Json.put(node, "attribution", entry.attribution());
        }
        json.set("mentioned", Json.texts(outline.mentioned()));
        var kept = json.putObject("marks");
        new TreeMap<>(marks).forEach(kept::put);
        return json.toString();
    }

    /// Reads [#write] back.
    public static KeptDraft read(String text) {
        var json = Json.read(text);
        var blocks = new ArrayList<Block>();
        for (var node : json.path("blocks")) {
            blocks.add(
                    new Block(
                            Kind.valueOf(node.path(0).asString()),
                            node.path(1).asString(),
                            node.path(2).asString()));
        }
        var entries = new ArrayList<Entry>();
        for (var node : json.path("entries")) {
            entries.add(
                    new Entry(
                            new SectionName(node.path("section").asString()),
                            ids(node.path("links")),
                            texts(node.path("urls")),
                            node.path("sentence").asString(),
                            Optional.of(node.path("attribution"))
                                    .filter(JsonNode::isString)
                                    .map(JsonNode::asString)));
        }
        var marks = new TreeMap<String, String>();
        json.path("marks")
                .properties()
                .forEach(mark -> marks.put(mark.getKey(), mark.getValue().asString()));
        return new KeptDraft(
                new DraftOutline(
                        json.path("number").asInt(), blocks, entries, ids(json.path("mentioned"))),
                marks);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    private static List<LinkId> ids(JsonNode array) {
        return texts(array).stream().map(LinkId::new).toList();
    }
}
