package gleaner.digest.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How footnotes' marks pass through a Markdown parser: as the sign for an object and a character
/// for private use that says which one.
final class Marks {

    /// More footnotes than any text has.
    static final int MOST = 500;

    private static final char FIRST = '\ue000';

    private Marks() {}

    /// Words, or a mark in their place.
    record Part(String words, Optional<Footnote> note) {}

    static String written(int index) {
        return new String(new char[] {Run.MARK, (char) (FIRST + index)});
    }

    static List<Part> parts(String words, List<Footnote> notes) {
        var parts = new ArrayList<Part>();
        int from = 0;
        for (int at = words.indexOf(Run.MARK); at >= 0; at = words.indexOf(Run.MARK, from)) {
            if (at > from) {
                parts.add(new Part(words.substring(from, at), Optional.empty()));
            }
            int index = at + 1 < words.length() ? words.charAt(at + 1) - FIRST : -1;
            var isMark = index >= 0 && index < notes.size();
            if (isMark) {
                parts.add(new Part("", Optional.of(notes.get(index))));
            }
            from = at + (isMark ? 2 : 1);
        }
        if (from < words.length()) {
            parts.add(new Part(words.substring(from), Optional.empty()));
        }
        return parts;
    }
}
