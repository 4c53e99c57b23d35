package gleaner.digest.format;

import gleaner.digest.DraftStyle;
import gleaner.digest.Format;
import gleaner.digest.Note;
import gleaner.digest.Picture;
import gleaner.digest.prose.Prose;
import gleaner.template.Filters;
import gleaner.template.Language;
import gleaner.template.Shown;
import java.util.List;
import java.util.Map;

/// How a draft's parts are written in one format, while one page is made: whatever comes out is
/// safe to stand there as it is.
sealed interface PageLanguage extends Language permits HtmlPage, MarkdownPage, TextPage {

    /// A link's number and where it leads, in formats that gather links at the end.
    record Numbered(int number, String url) {}

    static PageLanguage of(Format format, DraftStyle style) {
        return switch (format) {
            case MARKDOWN -> new MarkdownPage();
            case HTML -> new HtmlPage();
            case TEXT -> new TextPage(style.locale());
            case JSON -> throw new IllegalArgumentException("JSON has no template.");
        };
    }

    /// The filters that only this format has.
    static Filters filters(Format format) {
        return switch (format) {
            case MARKDOWN -> new Filters(Map.of("indent", List.of("by")));
            case HTML, JSON -> Filters.NONE;
            case TEXT ->
                    new Filters(
                            Map.of(
                                    "wrap", List.of("first", "next"),
                                    "underline", List.of("by")));
        };
    }

    /// Words with their links, emphasis and footnotes' marks.
    Shown words(Prose words);

    /// Plain words of ours or of a stranger.
    Shown plain(String words);

    /// Where a link leads.
    Shown url(String url);

    /// A picture without its credit, in the plainest way that the format has.
    Shown image(Picture picture);

    /// A sentence of ours for editors.
    Shown note(Note note);

    /// A footnote's number as a mark of it shows it.
    Shown mark(int number);

    /// A footnote as the format has it at the end.
    Shown footnote(int number, Prose words);

    /// The footnotes that were called for so far.
    Calls calls();

    /// The links that were numbered so far; none in a format where they stand in the words.
    List<Numbered> numbered();

    /// Words that a template has in quotes.
    default Shown escapedWords(String words) {
        return plain(words);
    }

    /// The same, spaces at either end kept: a template has them there for a reason.
    @Override
    default Shown escape(String words) {
        var inner = words.strip();
        if (inner.isEmpty()) {
            return new Shown(" ".repeat(words.length()));
        }
        var from = words.indexOf(inner);
        return new Shown(
                " ".repeat(from)
                        + escapedWords(inner).text()
                        + " ".repeat(words.length() - from - inner.length()));
    }
}
