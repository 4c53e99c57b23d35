package gleaner.digest.format;

import gleaner.digest.Draft;
import gleaner.digest.DraftStyle;
import gleaner.digest.Item;
import gleaner.digest.Listing;
import gleaner.digest.Note;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.Run;
import gleaner.news.LinkId;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.State;
import gleaner.news.Tag;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A draft that has everything a draft can have: a template that shows it will show any.
final class Sample {

    private static final SectionName LEAD = new SectionName("lead");
    private static final SectionName BRIEF = new SectionName("brief");
    private static final Picture PICTURE =
            new Picture("https://pictures.example/a.png", "A \"lamp\" & <more>", "Ada {{ x }}");

    private Sample() {}

    static Draft draft() {
        var sections =
                new Sections(
                        List.of(
                                new Section(LEAD, "In depth", List.of()),
                                new Section(BRIEF, "News in brief", List.of())),
                        LEAD,
                        BRIEF);
        var words = paragraph("called", "Opening words.");
        var list = new Listing(false, List.of(Prose.plain("A point"), Prose.plain("Another")));
        var talk =
                new Talk(
                        List.of(words, PICTURE),
                        List.of(
                                new Talk.Turn(true, "Ada", List.of(words, PICTURE)),
                                new Talk.Turn(false, "", List.of(words))));
        return new Draft(
                DraftStyle.of(sections, ZoneOffset.UTC, "A newsletter", Look.HOUSE),
                7,
                Prose.plain("Issue 7! <b>&\"'`*_[x](y) {{ title }}"),
                "1–7 June",
                List.of(words, list, PICTURE),
                List.of(
                        new Draft.Part(LEAD, "In depth", true, List.of(item("22222", "first"))),
                        new Draft.Part(
                                new SectionName("interview"), "A chat", false, List.of(talk)),
                        new Draft.Part(
                                BRIEF,
                                "News in brief",
                                false,
                                List.of(item("33333", "second"), bare()))),
                List.of(words, PICTURE),
                List.of(),
                List.of(new Note(Note.Kind.NO_LEAD, List.of(), "Nothing *leads*: `lead ID`.")));
    }

    private static Piece paragraph(String key, String text) {
        var note = new Footnote(key, Prose.plain("What stands at the end."));
        return new Paragraph(Prose.of(List.of(Run.plain(text), Run.mark(note, false, false))));
    }

    private static Item item(String id, String key) {
        var url = "https://host.example/" + id;
        return new Item(
                List.of(new LinkId(id)),
                List.of(url),
                Prose.of(List.of(Run.plain("A sentence on "), Run.link("a page", url))),
                Optional.of("Author/Publisher"),
                List.of(
                        new Item.Also(
                                new LinkId("44444"), "other.example", "https://other.example/")),
                List.of(paragraph(key, "And more."), PICTURE),
                List.of(Tag.of("lamps")),
                2,
                State.PICKED,
                3);
    }

    private static Item bare() {
        return new Item(
                List.of(new LinkId("55555")),
                List.of("https://host.example/bare"),
                Prose.plain("Only words"),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                0,
                State.NEW,
                1);
    }
}
