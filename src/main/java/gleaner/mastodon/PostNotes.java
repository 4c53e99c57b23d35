package gleaner.mastodon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A document's footnotes: in a thread each stands right behind the words that it is about, as
/// nobody looks for it at the end, some posts on.
///
/// They are taken out before the Markdown is read, since to CommonMark without footnotes `[^1]:
/// word` is a link's address.
final class PostNotes {

    private static final int MOST_DIGITS = 4;

    private final String markdown;
    private final Map<String, String> open = new LinkedHashMap<>();

    PostNotes(String document) {
        var lines = new ArrayList<String>();
        var isCode = false;
        for (var line : document.split("\n", -1)) {
            isCode ^= line.startsWith("```") || line.startsWith("~~~");
            var number = isCode || !line.startsWith("[^") ? "" : number(line, 2);
            var start = number.length() + 5;
            if (!number.isEmpty() && line.startsWith("]: ", number.length() + 2)) {
                open.putIfAbsent(number, line.substring(start).strip());
            } else {
                lines.add(line);
            }
        }
        markdown = String.join("\n", lines);
    }

    /// The document without them.
    String markdown() {
        return markdown;
    }

    /// A part's words with `[1]` for `[^1]`, and with the footnotes that are called in them for the
    /// first time.
    String with(String words) {
        if (open.isEmpty() && !words.contains("[^")) {
            return words;
        }
        var text = new StringBuilder(words.length());
        var called = new ArrayList<String>();
        for (int i = 0; i < words.length(); ) {
            var number = words.startsWith("[^", i) ? number(words, i + 2) : "";
            var end = i + number.length() + 2;
            if (!number.isEmpty() && words.startsWith("]", end)) {
                text.append('[').append(number).append(']');
                i = end + 1;
                if (open.containsKey(number)) {
                    called.add(told(number));
                }
            } else {
                text.append(words.charAt(i++));
            }
        }
        called.forEach(note -> text.append("\n\n").append(note));
        return text.toString();
    }

    /// Those that nothing has called.
    List<String> rest() {
        return List.copyOf(open.keySet()).stream().map(this::told).toList();
    }

    /// A single word has a character without width behind it, so that it is no link's address.
    private String told(String number) {
        var note = open.remove(number);
        var words = note == null ? "" : PostText.of(note).replace("\u200b", "").strip();
        return "[%s] %s".formatted(number, words);
    }

    private static String number(String text, int from) {
        var end = from;
        while (end < text.length()
                && end < from + MOST_DIGITS
                && Character.digit(text.charAt(end), 10) >= 0) {
            end++;
        }
        return text.substring(from, end);
    }
}
