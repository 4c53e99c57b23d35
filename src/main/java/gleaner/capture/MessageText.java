package gleaner.capture;

import java.util.List;

/// What is in a message's words: its links, each with what was said about it, and its hashtags.
///
/// The words are Markdown as people type it in chat; channels turn their own markup into it first.
/// Read are paragraphs, headings, lists and block quotes, never inline code, code blocks or images.
/// Links are `http`, `https` and `www.` addresses: bare, in pointed brackets, as `[words](url)` or
/// by reference; a reference definition that nothing refers to is a link as well, after the others.
/// Mail addresses, hosts without a scheme and other schemes are not. HTML is text, so that a URL in
/// an attribute is found like a bare one.
///
/// Hashtags are found in the text and in labels of links, not in URLs or code, and not where `\#`
/// is escaped. They are compared without case and accents and kept as first written.
///
/// Time and memory grow linearly with the message; nothing in it makes reading fail.
public final class MessageText {

    /// What lies beyond so many characters is not read: the message is cut at the last blank
    /// before.
    public static final int MAX_CHARS = 500_000;

    /// No sentence is longer, in characters; a longer one is cut at a word, with an ellipsis.
    public static final int MAX_SENTENCE = 1_000;

    private final List<FoundLink> links;
    private final List<String> hashtags;

    private MessageText(List<FoundLink> links, List<String> hashtags) {
        this.links = links;
        this.hashtags = hashtags;
    }

    /// Reads a message, whatever is in it.
    public static MessageText of(String markdown) {
        var reader = new MessageTextReader(cut(markdown));
        reader.read();
        return new MessageText(reader.links(), reader.hashtags());
    }

    /// The links in order of appearance, each URL once: with its first words, and the sentence
    /// where it was first given.
    public List<FoundLink> links() {
        return links;
    }

    /// The hashtags without `#`, in order of appearance, each once.
    public List<String> hashtags() {
        return hashtags;
    }

    private static String cut(String markdown) {
        if (markdown.length() <= MAX_CHARS) {
            return markdown;
        }
        int end = MAX_CHARS;
        while (end > MAX_CHARS - 2 * MessageTextUrl.MAX
                && !Character.isWhitespace(markdown.charAt(end))) {
            end--;
        }
        return markdown.substring(
                0, Character.isWhitespace(markdown.charAt(end)) ? end : MAX_CHARS);
    }
}
