package gleaner.digest.format;

import gleaner.digest.Draft;
import gleaner.digest.Draft.Part;
import gleaner.digest.Footnotes;
import gleaner.digest.Item;
import gleaner.digest.Listing;
import gleaner.digest.Note;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.HtmlWriter;
import gleaner.digest.prose.MarkdownWriter;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.ProseReader;
import gleaner.news.LinkId;
import gleaner.news.Tag;
import java.util.ArrayList;
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
/// | `intro`, `signOff` | lists of paragraphs: `{markdown, html, text}`; of a picture also `picture`: `{url, alt, credit}`; of a list also `list`: `{numbered, points}` |
/// | `sections` | `[{name, heading, lead, items, interview}]`, in order; `interview` is missing from all but one |
/// | `items` | `[{id, ids, urls, markdown, html, text, attribution, also, more, tags, votes, state, shares}]`, in order |
/// | `interview` | `{intro, turns}`; a turn is `{question, speaker, words}`, `speaker` empty where the side has one person |
/// | `footnotes` | `[{number, markdown, html, text}]`, in order |
/// | `notes` | `[{kind, ids, markdown, text}]`: what is not ready; empty unless for an editor |
///
/// An item's `markdown`, `html` and `text` are its sentence alone; `attribution` is without
/// brackets, or null; `also` is `[{id, host, url}]`; `more` are paragraphs and pictures below it,
/// as in `intro`. A footnote's mark is `[^1]` in Markdown, a link to `#fn-1` in HTML and `[*1]` in
/// text. `shares` counts those that everybody could read; no private word and no sharer is in it.
final class JsonPage {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Footnotes footnotes;

    private JsonPage(Draft draft) {
        this.footnotes = draft.footnotes();
    }

    static String of(Draft draft, boolean forEditor) {
        return new JsonPage(draft).page(draft, forEditor);
    }

    private String page(Draft draft, boolean forEditor) {
        var root = MAPPER.createObjectNode();
        root.put("format", 1);
        root.put("newsletter", draft.style().newsletterName());
        root.put("number", draft.number());
        root.put("title", draft.title());
        root.put("period", draft.period());
        pieces(draft.intro(), root.putArray("intro"));
        var sections = root.putArray("sections");
        draft.parts().forEach(part -> part(part, sections.addObject()));
        pieces(draft.signOff(), root.putArray("signOff"));
        var notesAtEnd = root.putArray("footnotes");
        footnotes
                .inOrder()
                .forEach(note ->
                        words(
                                note.words(),
                                notesAtEnd.addObject().put("number", footnotes.number(note))));
        var notes = root.putArray("notes");
        if (forEditor) {
            draft.notes().forEach(note -> note(note, notes.addObject()));
        }
        var indent = new DefaultIndenter("  ", "\n");
        var printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return MAPPER.writer().with(printer).writeValueAsString(root) + "\n";
    }

    /// Paragraphs and pictures; what holds more is told elsewhere.
    private void pieces(List<Piece> pieces, ArrayNode to) {
        for (var piece : pieces) {
            switch (piece) {
                case Paragraph(var words) -> words(words, to.addObject());
                case Listing listing -> listing(listing, to.addObject());
                case Picture picture -> picture(picture, to.addObject());
                case Item _, Talk _ -> {}
            }
        }
    }

    private void words(Prose words, ObjectNode to) {
        to.put("markdown", MarkdownWriter.inline(words, note -> "[^" + number(note) + "]"));
        to.put("html", HtmlWriter.inline(words, "", this::html));
        to.put("text", words.text(note -> "[*" + number(note) + "]"));
    }

    private void listing(Listing listing, ObjectNode to) {
        var points = MAPPER.createArrayNode();
        var html = new StringBuilder(listing.isNumbered() ? "<ol>" : "<ul>");
        var text = new ArrayList<String>();
        for (var words : listing.points()) {
            var point = points.addObject();
            words(words, point);
            html.append("<li>").append(point.path("html").asString()).append("</li>");
            text.add(listing.mark(points.size()) + " " + point.path("text").asString());
        }
        to.put("markdown", MarkdownPage.listing(listing, note -> "[^" + number(note) + "]"));
        to.put("html", html.append(listing.isNumbered() ? "</ol>" : "</ul>").toString());
        to.put("text", String.join("\n", text));
        to.putObject("list").put("numbered", listing.isNumbered()).set("points", points);
    }

    private int number(Footnote note) {
        return footnotes.number(note);
    }

    private String html(Footnote note) {
        return "<sup><a href=\"#fn-%1$d\">%1$d</a></sup>".formatted(number(note));
    }

    private static void picture(Picture picture, ObjectNode to) {
        to.put("markdown", MarkdownPage.picture(picture));
        to.put(
                "html",
                "<img src=\"%s\" alt=\"%s\">"
                        .formatted(
                                HtmlWriter.escape(picture.url()),
                                HtmlWriter.escape(picture.alt())));
        to.put("text", picture.described());
        to.putObject("picture")
                .put("url", picture.url())
                .put("alt", picture.alt())
                .put("credit", picture.credit());
    }

    private void part(Part part, ObjectNode to) {
        to.put("name", part.name().value());
        to.put("heading", part.heading());
        to.put("lead", part.isLead());
        var items = to.putArray("items");
        for (var piece : part.pieces()) {
            switch (piece) {
                case Item item -> item(item, items.addObject());
                case Talk talk -> talk(talk, to.putObject("interview"));
                case Listing _, Paragraph _, Picture _ -> {}
            }
        }
    }

    private void talk(Talk talk, ObjectNode to) {
        pieces(talk.intro(), to.putArray("intro"));
        var turns = to.putArray("turns");
        for (var turn : talk.turns()) {
            var one =
                    turns.addObject()
                            .put("question", turn.isQuestion())
                            .put("speaker", turn.speaker());
            pieces(turn.words(), one.putArray("words"));
        }
    }

    private void item(Item item, ObjectNode to) {
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
        pieces(item.more(), to.putArray("more"));
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
