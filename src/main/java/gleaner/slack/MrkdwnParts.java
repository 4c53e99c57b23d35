package gleaner.slack;

import java.util.ArrayList;
import java.util.List;

/// Cuts text in Slack's markup into parts of at most so many characters: between paragraphs, lines
/// or words, never within a link or an escaped character, and a code block that is cut is closed
/// and opened again.
final class MrkdwnParts {

    private static final String FENCE = "```";
    private static final int ROOM_FOR_FENCES = 8;

    private MrkdwnParts() {}

    /// The parts, none of them blank; none at all for a blank text.
    static List<String> of(String text, int most) {
        var parts = new ArrayList<String>();
        var rest = text.strip();
        var open = false;
        while (!rest.isEmpty()) {
            var cut =
                    rest.length() + (open ? ROOM_FOR_FENCES : 0) <= most
                            ? new Cut(rest, "")
                            : cut(rest, most - ROOM_FOR_FENCES);
            var part = (open ? FENCE + "\n" : "") + cut.part();
            open = isOpen(part);
            parts.add(open ? part + "\n" + FENCE : part);
            rest = cut.rest();
        }
        return parts;
    }

    /// The text itself, or as much of it as there is room for with an ellipsis.
    static String first(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var parts = of(text, most - 2);
        return parts.isEmpty() ? "" : parts.getFirst() + " …";
    }

    private static boolean isOpen(String part) {
        var open = false;
        for (var at = part.indexOf(FENCE); at >= 0; at = part.indexOf(FENCE, at + FENCE.length())) {
            open = !open;
        }
        return open;
    }

    private record Cut(String part, String rest) {}

    private static Cut cut(String text, int most) {
        int space = 0;
        int line = 0;
        int paragraph = 0;
        int any = 0;
        for (int i = 0; i <= most; ) {
            if (i > 0) {
                any = i;
                switch (text.charAt(i)) {
                    case ' ' -> space = i;
                    case '\n' -> {
                        line = i;
                        paragraph = text.charAt(i - 1) == '\n' ? i : paragraph;
                    }
                    default -> {
                        // No place to cut.
                    }
                }
            }
            i = next(text, i);
        }
        if (any == 0) {
            return unlinked(text, most);
        }
        var end =
                paragraph > most / 2
                        ? paragraph
                        : line > most / 2 ? line : space > 0 ? Math.max(space, line) : any;
        return new Cut(text.substring(0, end).stripTrailing(), text.substring(end).strip());
    }

    /// Where the next character, link or escaped character begins.
    private static int next(String text, int at) {
        var c = text.charAt(at);
        if (c == '<') {
            var end = text.indexOf('>', at);
            return end < 0 ? at + 1 : end + 1;
        }
        if (c == '&') {
            var end = text.indexOf(';', at);
            return end > 0 && end - at <= 4 ? end + 1 : at + 1;
        }
        return at + (Character.isHighSurrogate(c) && at + 1 < text.length() ? 2 : 1);
    }

    /// A link that is longer than a part loses its address.
    private static Cut unlinked(String text, int most) {
        var end = next(text, 0);
        var link = text.substring(0, end);
        var bar = link.indexOf('|');
        var words =
                bar < 0
                        ? link.substring(1, Math.min(link.length() - 1, most / 2))
                        : link.substring(bar + 1, end - 1);
        var rest = (words + text.substring(end)).strip();
        return rest.length() <= most
                ? new Cut(rest, "")
                : cut(rest.startsWith("<") ? rest.substring(1) : rest, most);
    }
}
