package gleaner.digest;

import gleaner.digest.Draft.Part;
import gleaner.news.LinkId;
import gleaner.news.Tag;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A draft as one JSON object; fields may be added, none is renamed or left out.
///
/// | field | what |
/// |---|---|
/// | `format` | `1` |
/// | `newsletter`, `number`, `title`, `period` | plain text; `period` may be empty |
/// | `intro`, `signOff` | lists of paragraphs: `{markdown, html, text}` |
/// | `sections` | `[{name, heading, lead, items}]`, in order |
/// | `items` | `[{id, ids, urls, markdown, html, text, attribution, also, tags, votes, state, shares}]`, in order |
/// | `notes` | `[{kind, ids, markdown, text}]`: what is not ready; empty unless for an editor |
///
/// An item's `markdown`, `html` and `text` are its sentence alone; `attribution` is without
/// brackets, or null; `also` is `[{id, host, url}]`. `shares` counts those that everybody could
/// read; no private word and no sharer is in it.
final class JsonPage {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonPage() {}

    static String of(Draft draft, boolean forEditor) {
        var root = MAPPER.createObjectNode();
        root.put("format", 1);
        root.put("newsletter", draft.style().newsletterName());
        root.put("number", draft.number());
        root.put("title", draft.title());
        root.put("period", draft.period());
        draft.intro().forEach(prose(root.putArray("intro")));
        var sections = root.putArray("sections");
        draft.parts().forEach(part -> part(part, sections.addObject()));
        draft.signOff().forEach(prose(root.putArray("signOff")));
        var notes = root.putArray("notes");
        if (forEditor) {
            draft.notes().forEach(note -> note(note, notes.addObject()));
        }
        var indent = new DefaultIndenter("  ", "\n");
        var printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return MAPPER.writer().with(printer).writeValueAsString(root) + "\n";
    }

    private static java.util.function.Consumer<Prose> prose(ArrayNode to) {
        return words -> words(words, to.addObject());
    }

    private static void words(Prose words, ObjectNode to) {
        to.put("markdown", MarkdownWriter.inline(words));
        to.put("html", HtmlWriter.inline(words));
        to.put("text", words.text());
    }

    private static void part(Part part, ObjectNode to) {
        to.put("name", part.name().value());
        to.put("heading", part.heading());
        to.put("lead", part.isLead());
        var items = to.putArray("items");
        part.items().forEach(item -> item(item, items.addObject()));
    }

    private static void item(Item item, ObjectNode to) {
        to.put("id", item.links().getFirst().value());
        ids(item.links(), to.putArray("ids"));
        item.urls().forEach(to.putArray("urls")::add);
        words(item.sentence(), to);
        item.attribution()
                .ifPresentOrElse(
                        name -> to.put("attribution", name), () -> to.putNull("attribution"));
        var also = to.putArray("also");
        item.also()
                .forEach(other ->
                        also.addObject()
                                .put("id", other.link().value())
                                .put("host", other.host())
                                .put("url", other.url()));
        item.tags().stream().map(Tag::shown).forEach(to.putArray("tags")::add);
        to.put("votes", item.votes());
        to.put("state", item.state().name().toLowerCase(java.util.Locale.ROOT));
        to.put("shares", item.shares());
    }

    private static void note(Note note, ObjectNode to) {
        to.put("kind", note.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        ids(note.links(), to.putArray("ids"));
        to.put("markdown", note.markdown());
        to.put("text", ProseReader.read(note.markdown()).text());
    }

    private static void ids(List<LinkId> ids, ArrayNode to) {
        ids.forEach(id -> to.add(id.value()));
    }
}
