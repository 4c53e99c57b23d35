package gleaner.command;

import java.util.ArrayList;
import java.util.List;

/// A command's words: what is between spaces, quotes or Markdown's brackets, each with its place in
/// what was typed.
///
/// Quotes count only where a word begins and are followed by its end, so that an apostrophe is one.
/// Linear in the length of the text.
final class Words {

    private static final String OPENING = "\"“„”«‘'";
    private static final String CLOSING = "\"””“»’'";

    private final String typed;
    private final List<Word> words = new ArrayList<>();
    private final boolean[] hopeless = new boolean[OPENING.length() + 1];

    /// One of them.
    ///
    /// @param plain without quotes, backticks, brackets and Markdown's backslashes; of a Markdown
    ///   link the URL
    /// @param start its first character in what was typed
    record Word(String plain, int start, boolean quoted) {}

    private Words(String typed) {
        this.typed = typed;
        var at = skipSpace(0);
        while (at < typed.length()) {
            at = skipSpace(read(at));
        }
    }

    static Words of(String typed) {
        return new Words(typed);
    }

    List<Word> all() {
        return List.copyOf(words);
    }

    /// What was typed, from that word on; empty where there is no such word.
    String from(int word) {
        return word < words.size() ? typed.substring(words.get(word).start()).strip() : "";
    }

    /// What was typed before that word.
    String before(int word) {
        return word < words.size()
                ? typed.substring(0, words.get(word).start()).strip()
                : typed.strip();
    }

    /// The text without the quotes around the whole of it.
    static String unquoted(String text) {
        var words = of(text).all();
        return words.size() == 1 && words.getFirst().quoted()
                ? words.getFirst().plain()
                : text.strip();
    }

    private int read(int start) {
        var first = typed.charAt(start);
        var quote = OPENING.indexOf(first);
        if (quote >= 0 && !hopeless[quote]) {
            for (int close = start + 2; close < typed.length(); close++) {
                if (typed.charAt(close) == CLOSING.charAt(quote) && isEnd(close + 1)) {
                    words.add(new Word(typed.substring(start + 1, close).strip(), start, true));
                    return close + 1;
                }
            }
            hopeless[quote] = true;
        }
        if (first == '[' && !hopeless[OPENING.length()]) {
            var middle = typed.indexOf("](", start);
            var close = middle < 0 ? -1 : typed.indexOf(')', middle);
            if (close > 0 && isEnd(close + 1)) {
                words.add(new Word(unwrapped(typed.substring(middle + 2, close)), start, false));
                return close + 1;
            }
            hopeless[OPENING.length()] = close < 0;
        }
        var end = start;
        while (end < typed.length() && !isSpace(typed.charAt(end))) {
            end++;
        }
        words.add(new Word(unwrapped(typed.substring(start, end)), start, false));
        return end;
    }

    private static String unwrapped(String word) {
        var plain = word;
        while (plain.length() > 1 && plain.startsWith("`") && plain.endsWith("`")) {
            plain = plain.substring(1, plain.length() - 1);
        }
        if (plain.length() > 2 && plain.startsWith("<") && plain.endsWith(">")) {
            plain = plain.substring(1, plain.length() - 1);
        }
        return plain.indexOf('\\') < 0 ? plain : unescaped(plain);
    }

    private static String unescaped(String word) {
        var plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '\\'
                    && i + 1 < word.length()
                    && Markdown.isPunctuation(word.charAt(i + 1))) {
                i++;
            }
            plain.append(word.charAt(i));
        }
        return plain.toString();
    }

    private int skipSpace(int from) {
        var at = from;
        while (at < typed.length() && isSpace(typed.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean isEnd(int at) {
        return at >= typed.length()
                || isSpace(typed.charAt(at))
                || ",;.".indexOf(typed.charAt(at)) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
