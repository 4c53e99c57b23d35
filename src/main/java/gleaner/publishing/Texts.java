package gleaner.publishing;

import gleaner.command.DraftForm;
import gleaner.command.Edition;
import java.util.ArrayList;

/// The parts of an issue's exact text that go where a title and a frame of their own are.
final class Texts {

    private Texts() {}

    /// The Markdown without its first heading, which is the issue's title.
    static String markdown(Edition issue) {
        var text = issue.in(DraftForm.MARKDOWN).replace("\r\n", "\n");
        if (text.startsWith("# ")) {
            var end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
        }
        return text.strip();
    }

    /// What is in the HTML's `body`; all of it where there is none.
    static String body(String html) {
        var lower = html.toLowerCase(java.util.Locale.ROOT);
        var open = lower.indexOf("<body");
        var from = open < 0 ? -1 : html.indexOf('>', open) + 1;
        var to = lower.lastIndexOf("</body>");
        return from > 0 && to >= from ? html.substring(from, to).strip() : html.strip();
    }

    /// The style sheets in the HTML's head, without their elements.
    static String styles(String html) {
        var head = html.substring(0, Math.max(0, html.indexOf("<body")));
        var sheets = new ArrayList<String>();
        int at = head.indexOf("<style>");
        while (at >= 0) {
            var end = head.indexOf("</style>", at);
            if (end < 0) {
                break;
            }
            sheets.add(head.substring(at + "<style>".length(), end).strip());
            at = head.indexOf("<style>", end);
        }
        return String.join("\n", sheets);
    }

    /// At most so many characters, never half a surrogate pair, an ellipsis where it was cut.
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
