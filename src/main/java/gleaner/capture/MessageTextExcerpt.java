package gleaner.capture;

import gleaner.capture.MessageTextBlock.Mark;

/// Ranges of a block as Markdown on one line that is not too long: cut at words, never inside a
/// link or code.
///
/// What would begin a list, quote, heading or code block on a line of its own is escaped, as it did
/// not in the message.
final class MessageTextExcerpt {

    private static final int LONGEST_WORD = 200;

    private final MessageTextBlock block;

    MessageTextExcerpt(MessageTextBlock block) {
        this.block = block;
    }

    /// The beginning of the range, in at most so many characters.
    String beginning(int from, int to, int most) {
        if (to - from <= most) {
            return block.markdown(from, to);
        }
        return block.markdown(from, cutBefore(from, from + most - 1)) + "…";
    }

    /// The range or, where that is too long, what of it is around the link; empty where the link
    /// alone is too long.
    String around(int from, int to, Mark link) {
        int most = MessageText.MAX_SENTENCE;
        if (to - from <= most) {
            return block.markdown(from, to);
        }
        if (link.end() - link.start() > most - 2) {
            return link.end() - link.start() <= most
                    ? block.markdown(link.start(), link.end())
                    : "";
        }
        if (link.end() - from < most) {
            int end = cutBefore(link.end(), from + most - 1);
            return block.markdown(from, end) + "…";
        }
        int beside = (most - 2 - link.end() + link.start()) / 2;
        int start = cutAfter(link.start() - beside, link.start());
        boolean whole = to <= link.end() + beside;
        int end = whole ? to : cutBefore(link.end(), link.end() + beside);
        return "…" + block.markdown(start, end) + (whole ? "" : "…");
    }

    /// The last place not after `to` where a word ends, and at least `from`.
    private int cutBefore(int from, int to) {
        int limit = Math.max(from, outside(to, true));
        for (int i = limit; i > from && i > limit - LONGEST_WORD; i--) {
            i = Math.max(from, outside(i, true));
            if (i > from && block.markdown().charAt(i) == ' ') {
                return i;
            }
        }
        boolean half =
                limit > from && Character.isHighSurrogate(block.markdown().charAt(limit - 1));
        return half ? limit - 1 : limit;
    }

    /// The first place not before `from` where a word begins, and at most `to`.
    private int cutAfter(int from, int to) {
        int limit = Math.min(to, outside(from, false));
        for (int i = limit; i < to && i < limit + LONGEST_WORD; i++) {
            i = Math.min(to, outside(i, false));
            if (i < to && block.markdown().charAt(i) == ' ') {
                return i + 1;
            }
        }
        boolean half = limit < to && Character.isLowSurrogate(block.markdown().charAt(limit));
        return half ? limit + 1 : limit;
    }

    /// This place, or the end of the link or code that it is inside of.
    private int outside(int place, boolean towardsStart) {
        int index = block.firstEndingAfter(place);
        if (index == block.marks().size() || block.marks().get(index).start() >= place) {
            return place;
        }
        Mark mark = block.marks().get(index);
        return towardsStart ? mark.start() : mark.end();
    }

    /// The line so that it begins no block.
    static String inline(String line) {
        if (line.isEmpty()) {
            return line;
        }
        int word = line.indexOf(' ') < 0 ? line.length() : line.indexOf(' ');
        String first = line.substring(0, Math.min(word, 11));
        char c = first.charAt(0);
        boolean begins =
                switch (c) {
                    case '>', '`', '~' ->
                            c == '>' || first.startsWith("```") || first.startsWith("~~~");
                    case '-', '+', '*', '=', '_' -> isAll(first, c);
                    case '#' -> isAll(first, c) && first.length() < 7;
                    case '[' -> line.contains("]:");
                    default -> false;
                };
        if (line.length() >= MessageText.MAX_SENTENCE) {
            return line;
        }
        if (begins) {
            return "\\" + line;
        }
        int digits = 0;
        while (digits < first.length()
                && first.charAt(digits) >= '0'
                && first.charAt(digits) <= '9') {
            digits++;
        }
        boolean numbered =
                digits > 0
                        && digits == first.length() - 1
                        && ".)".indexOf(first.charAt(digits)) >= 0;
        return numbered ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
    }

    private static boolean isAll(String word, char c) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != c) {
                return false;
            }
        }
        return true;
    }
}
