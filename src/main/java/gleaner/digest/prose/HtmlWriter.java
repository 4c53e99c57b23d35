package gleaner.digest.prose;

import java.util.function.Function;

/// Writes [Prose] as HTML elements without attributes but `href` and a link's style.
///
/// Braces are references, so that no template engine finds code in a stranger's words.
public final class HtmlWriter extends Nesting {

    private final StringBuilder out;
    private final String linkStyle;
    private final Function<Footnote, String> mark;

    private HtmlWriter(StringBuilder out, String linkStyle, Function<Footnote, String> mark) {
        this.out = out;
        this.linkStyle = linkStyle;
        this.mark = mark;
    }

    public static String inline(Prose prose) {
        return inline(prose, "");
    }

    /// The words as HTML, their links with more attributes.
    ///
    /// @param linkStyle further attributes of each link, beginning with a space
    public static String inline(Prose prose, String linkStyle) {
        return inline(prose, linkStyle, _ -> "");
    }

    /// The words as HTML that shows nothing else.
    ///
    /// @param mark the HTML of a footnote's mark
    public static String inline(Prose prose, String linkStyle, Function<Footnote, String> mark) {
        var writer = new HtmlWriter(new StringBuilder(), linkStyle, mark);
        writer.walk(prose);
        return writer.out.toString();
    }

    public static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        escape(Characters.clean(text), safe);
        return safe.toString();
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                case '\'' -> to.append("&#39;");
                case '{' -> to.append("&#123;");
                case '}' -> to.append("&#125;");
                default -> to.append(c);
            }
        }
    }

    @Override
    void open(Mark mark, Run run) {
        switch (mark) {
            case LINK -> {
                out.append("<a href=\"");
                escape(run.href().orElse(""), out);
                out.append('"').append(linkStyle).append('>');
            }
            case EMPHASIS -> out.append("<em>");
            case STRONG -> out.append("<strong>");
        }
    }

    @Override
    void close(Mark mark, Run run) {
        out.append(
                switch (mark) {
                    case LINK -> "</a>";
                    case EMPHASIS -> "</em>";
                    case STRONG -> "</strong>";
                });
    }

    @Override
    void words(Run run, boolean isLast) {
        if (run.note().isPresent()) {
            out.append(mark.apply(run.note().get()));
            return;
        }
        out.append(run.code() ? "<code>" : "");
        escape(run.text(), out);
        out.append(run.code() ? "</code>" : "");
    }
}
