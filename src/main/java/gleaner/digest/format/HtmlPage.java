package gleaner.digest.format;

import gleaner.digest.Note;
import gleaner.digest.Picture;
import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.HtmlWriter;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.ProseReader;
import gleaner.template.Shown;
import java.util.List;

/// A draft's parts as HTML for a mail: links have their style with them, as mail programs drop a
/// style element; their class is `a`, for dark colours where it is kept.
final class HtmlPage implements PageLanguage {

    private static final String LINK = " class=\"a\" style=\"color:#0a58a8\"";

    private final Calls calls = new Calls();

    @Override
    public Shown words(Prose words) {
        return new Shown(HtmlWriter.inline(words, LINK, this::call));
    }

    @Override
    public Shown plain(String words) {
        return new Shown(HtmlWriter.escape(words));
    }

    @Override
    public Shown url(String url) {
        return plain(url);
    }

    @Override
    public Shown image(Picture picture) {
        return new Shown(
                "<img src=\"%s\" alt=\"%s\">"
                        .formatted(
                                HtmlWriter.escape(picture.url()),
                                HtmlWriter.escape(picture.alt())));
    }

    @Override
    public Shown note(Note note) {
        return new Shown(HtmlWriter.inline(ProseReader.read(note.markdown())));
    }

    @Override
    public Shown mark(int number) {
        return new Shown(Integer.toString(number));
    }

    /// A footnote that is called for again has an anchor for each call, so that it leads back to
    /// all of them.
    private String call(Footnote note) {
        int number = calls.number(note);
        return "<sup style=\"font-size:75%;line-height:0\"><a href=\"#fn-"
                + number
                + "\" id=\""
                + anchor(number, calls.again(number))
                + "\""
                + LINK
                + ">"
                + number
                + "</a></sup>";
    }

    private static String anchor(int number, int call) {
        return "fnref-" + number + (call == 1 ? "" : "-" + call);
    }

    /// The words and, for each of its marks, a link back to it.
    @Override
    public Shown footnote(int number, Prose words) {
        var shown = new StringBuilder(HtmlWriter.inline(words, LINK));
        for (int call = 1; call <= calls.count(number); call++) {
            shown.append(" <a href=\"#")
                    .append(anchor(number, call))
                    .append("\" aria-label=\"")
                    .append(number)
                    .append("\"")
                    .append(LINK)
                    .append(">\u21a9\ufe0e</a>");
        }
        return new Shown(shown.toString());
    }

    @Override
    public Calls calls() {
        return calls;
    }

    @Override
    public List<Numbered> numbered() {
        return List.of();
    }

    @Override
    public Shown laidOut(String filter, Shown words, List<String> arguments) {
        return words;
    }
}
