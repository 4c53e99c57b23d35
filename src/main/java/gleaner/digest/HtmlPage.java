package gleaner.digest;

import gleaner.digest.Draft.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A draft as a whole HTML document for a mail.
///
/// One table of at most 600 px, as mail programs know no better; every style is inline for those
/// that drop a style element, which only adds the dark colours. No script, and nothing from
/// elsewhere but the pictures that editors chose: it reads as well without them and without styles.
final class HtmlPage {

    private static final String FONT = "font-family:Georgia,'Times New Roman',serif;";
    private static final String SANS =
            "font-family:-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;";
    private static final String LINK = " class=\"a\" style=\"color:#0a58a8\"";
    private static final String P = "<p dir=\"auto\" style=\"margin:0 0 16px\">";
    private static final String LI = "<li dir=\"auto\" style=\"margin:0 0 12px\">";
    private static final String UL = "<ul style=\"margin:0 0 16px;padding:0 0 0 20px\">\n";

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="@lang@" dir="@dir@">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>@title@</title>
            <style>
            :root { color-scheme: light dark; supported-color-schemes: light dark; }
            code { font-size: 88%; }
            @media (prefers-color-scheme: dark) {
              .b { background: #15171a !important; }
              .c { background: #1e2125 !important; color: #e4e2dd !important; }
              .h { color: #f6f4ef !important; border-color: #3c4148 !important; }
              .m { color: #a9adb4 !important; }
              .a { color: #86baf5 !important; }
              .n { background: #332b14 !important; color: #f0e3bd !important; border-color: #a88a35 !important; }
            }
            @media (max-width: 480px) {
              .o { padding: 0 !important; }
              .p { padding: 24px 20px !important; }
            }
            </style>
            </head>
            <body class="b" style="margin:0;padding:0;background:#f2f0eb">
            <table role="presentation" class="b" width="100%" cellpadding="0" cellspacing="0" border="0" \
            style="background:#f2f0eb">
            <tr><td class="o" align="center" style="padding:24px 12px">
            <table role="presentation" class="c" width="600" cellpadding="0" cellspacing="0" border="0" \
            style="width:100%;max-width:600px;background:#ffffff;color:#24262a">
            <tr><td class="p" align="left" style="padding:36px 40px;@font@font-size:17px;line-height:1.55;\
            text-align:start;overflow-wrap:anywhere">
            """;
    private static final String FOOT =
            "</td></tr>\n</table>\n</td></tr>\n</table>\n</body>\n</html>\n";

    private static final int PICTURE_WIDTH = 520;

    private final StringBuilder out = new StringBuilder();
    private final Footnotes footnotes;
    private final Map<Integer, Integer> marks = new HashMap<>();
    private final String also;

    private HtmlPage(Draft draft) {
        this.footnotes = draft.footnotes();
        this.also = draft.style().wording().also();
    }

    static String of(Draft draft, boolean forEditor) {
        return new HtmlPage(draft).page(draft, forEditor);
    }

    private String page(Draft draft, boolean forEditor) {
        var style = draft.style();
        var name = HtmlWriter.escape(style.newsletterName());
        var title = (name.isBlank() ? "" : name + " – ") + HtmlWriter.escape(draft.title());
        var direction =
                com.ibm.icu.util.ULocale.forLocale(style.locale()).isRightToLeft() ? "rtl" : "ltr";
        out.append(
                HEAD.replace("@lang@", style.locale().toLanguageTag())
                        .replace("@dir@", direction)
                        .replace("@font@", FONT)
                        .replace("@title@", title));
        if (!name.isBlank()) {
            out.append(
                            "<p class=\"m\" style=\"margin:0 0 6px;"
                                    + SANS
                                    + "font-size:13px;letter-spacing:.06em;text-transform:uppercase;color:#646a73\">")
                    .append(name)
                    .append("</p>\n");
        }
        out.append(
                        "<h1 class=\"h\" dir=\"auto\" style=\"margin:0 0 24px;font-size:29px;line-height:1.2;color:#15171a\">")
                .append(HtmlWriter.inline(draft.heading(), LINK))
                .append("</h1>\n");
        pieces(draft.opening(forEditor));
        draft.parts().forEach(this::part);
        if (!style.wording().signOffHeading().isBlank()) {
            heading(style.wording().signOffHeading());
        }
        pieces(draft.ending());
        footnotes();
        if (forEditor && !draft.notes().isEmpty()) {
            notes(style.wording().notesHeading(), draft.notes());
        }
        return out.append(FOOT).toString();
    }

    private void part(Part part) {
        heading(part.heading());
        var isList = !part.isLead() && part.pieces().stream().allMatch(Item.class::isInstance);
        if (!isList) {
            pieces(part.pieces());
            return;
        }
        out.append(UL);
        for (var item : part.items()) {
            out.append(LI).append(words(item.whole(also)));
            if (!item.more().isEmpty()) {
                out.append('\n');
                pieces(item.more());
            }
            out.append("</li>\n");
        }
        out.append("</ul>\n");
    }

    private void pieces(List<Piece> pieces) {
        for (var piece : pieces) {
            switch (piece) {
                case Paragraph(var words) -> paragraph(words);
                case Picture picture -> picture(picture);
                case Item item -> {
                    paragraph(item.whole(also));
                    pieces(item.more());
                }
                case Talk(var intro, var turns) -> {
                    pieces(intro);
                    turns.forEach(turn -> pieces(Turns.told(turn)));
                }
            }
        }
    }

    private void paragraph(Prose words) {
        out.append(P).append(words(words)).append("</p>\n");
    }

    /// As wide as its column at most, also where a mail program knows no `max-width`; without it
    /// the words that stand for it are readable.
    private void picture(Picture picture) {
        out.append(P)
                .append("<img src=\"")
                .append(HtmlWriter.escape(picture.url()))
                .append("\" alt=\"")
                .append(HtmlWriter.escape(picture.alt()))
                .append("\" width=\"")
                .append(PICTURE_WIDTH)
                .append("\" style=\"display:block;width:100%;max-width:")
                .append(PICTURE_WIDTH)
                .append("px;height:auto;margin:4px 0 0;border:0\">");
        if (!picture.credit().isEmpty()) {
            out.append("<span class=\"m\" dir=\"auto\" style=\"display:block;margin:6px 0 0;")
                    .append(SANS)
                    .append("font-size:13px;line-height:1.4;color:#646a73\">")
                    .append(HtmlWriter.escape(picture.credit()))
                    .append("</span>");
        }
        out.append("</p>\n");
    }

    private String words(Prose words) {
        return HtmlWriter.inline(words, LINK, this::mark);
    }

    /// A footnote that is called for again has an anchor for each call, so that it leads back to
    /// all of them.
    private String mark(Footnote note) {
        int number = footnotes.number(note);
        int call = marks.merge(number, 1, Integer::sum);
        return "<sup style=\"font-size:75%;line-height:0\"><a href=\"#fn-"
                + number
                + "\" id=\""
                + call(number, call)
                + "\""
                + LINK
                + ">"
                + number
                + "</a></sup>";
    }

    private static String call(int number, int call) {
        return "fnref-" + number + (call == 1 ? "" : "-" + call);
    }

    private void footnotes() {
        if (footnotes.isEmpty()) {
            return;
        }
        out.append(
                "<ol class=\"h\" style=\"margin:36px 0 0;padding:14px 0 0 24px;border-top:1px solid #d9d5cc;"
                        + "font-size:14px;line-height:1.5\">\n");
        for (var note : footnotes.inOrder()) {
            int number = footnotes.number(note);
            out.append("<li id=\"fn-")
                    .append(number)
                    .append("\" dir=\"auto\" style=\"margin:0 0 8px\">")
                    .append(HtmlWriter.inline(note.words(), LINK));
            for (int call = 1; call <= marks.getOrDefault(number, 0); call++) {
                out.append(" <a href=\"#")
                        .append(call(number, call))
                        .append("\" aria-label=\"")
                        .append(number)
                        .append("\"")
                        .append(LINK)
                        .append(">\u21a9\ufe0e</a>");
            }
            out.append("</li>\n");
        }
        out.append("</ol>\n");
    }

    private void heading(String words) {
        out.append(
                        "<h2 class=\"h\" dir=\"auto\" style=\"margin:36px 0 16px;padding:14px 0 0;border-top:1px solid #d9d5cc;"
                                + "font-size:21px;line-height:1.3;color:#15171a\">")
                .append(HtmlWriter.escape(words))
                .append("</h2>\n");
    }

    private void notes(String heading, List<Note> notes) {
        out.append(
                        "<div class=\"n\" style=\"margin:36px 0 0;padding:18px 20px 8px;border:1px solid #d8b95b;"
                                + "background:#fff8e1;color:#4a3c10;"
                                + SANS
                                + "font-size:14px\">\n<h2 style=\""
                                + "margin:0 0 10px;font-size:16px\">")
                .append(HtmlWriter.escape(heading))
                .append("</h2>\n<ul style=\"margin:0;padding:0 0 0 18px\">\n");
        notes.forEach(note ->
                out.append("<li style=\"margin:0 0 8px\">")
                        .append(HtmlWriter.inline(ProseReader.read(note.markdown())))
                        .append("</li>\n"));
        out.append("</ul>\n</div>\n");
    }
}
