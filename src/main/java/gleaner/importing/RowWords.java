package gleaner.importing;

import gleaner.markdown.Plain;
import gleaner.news.Tag;
import java.util.Optional;
import java.util.regex.Pattern;

/// The Markdown of a table's row, so that it reads as if somebody had shared the link in a chat.
///
/// A short text becomes the link's words: `[text](url) #tag`. A long one, or one with a link in it,
/// stands before the bare link; one in which the URL stands already stays as it is.
final class RowWords {

    private static final int SHORT = 250;
    private static final Pattern BETWEEN_TAGS = Pattern.compile("[,;|\n]");
    private static final Pattern BETWEEN_HASHTAGS = Pattern.compile("\\s+");

    private RowWords() {}

    static String markdown(String text, String url, String tags) {
        var words = new StringBuilder(linked(text, url));
        var separator =
                tags.stripLeading().startsWith("#") && !BETWEEN_TAGS.matcher(tags).find()
                        ? BETWEEN_HASHTAGS
                        : BETWEEN_TAGS;
        separator
                .splitAsStream(tags)
                .flatMap(written -> tag(written).stream())
                .forEach(tag -> words.append(" #").append(tag));
        return words.toString();
    }

    private static String linked(String text, String url) {
        if (text.isEmpty() || text.equals(url)) {
            return Plain.autolink(url);
        }
        if (text.contains("](" + url)) {
            return text;
        }
        if (text.contains(url)) {
            return Plain.markdown(text);
        }
        return text.length() <= SHORT && !text.contains("\n") && !text.contains("://")
                ? Plain.link(url, text)
                : Plain.markdown(text) + " " + Plain.autolink(url);
    }

    /// The hashtag of a tag as tables have it: the words of `machine learning` are joined to
    /// `machineLearning`.
    ///
    /// Only letters, digits and `_` can be in a hashtag, so that `cloud-native` is `cloudNative`.
    /// Nothing where no letter is in it, or where it is longer than a tag may be.
    static Optional<String> tag(String written) {
        var tag = new StringBuilder();
        var inWord = true;
        for (var i = 0; i < written.length(); ) {
            var c = written.codePointAt(i);
            i += Character.charCount(c);
            if (isPart(c)) {
                tag.appendCodePoint(inWord || tag.isEmpty() ? c : Character.toTitleCase(c));
            }
            inWord = isPart(c);
        }
        return tag.length() <= Tag.MAX_LENGTH && tag.codePoints().anyMatch(Character::isLetter)
                ? Optional.of(tag.toString())
                : Optional.empty();
    }

    private static boolean isPart(int c) {
        return Character.isLetterOrDigit(c)
                || c == '_'
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
