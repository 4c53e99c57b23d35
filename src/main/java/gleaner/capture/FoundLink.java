package gleaner.capture;

/// A link as it was found in a message, with what its sharer said about it.
///
/// The sentence is inline Markdown on one line, at most [MessageText#MAX_SENTENCE] characters: the
/// link stands in it as `[words](url)`, or bare where it has no words. It holds `url` exactly,
/// unless the link alone is longer than that.
///
/// @param url as written, but with `https://` before a `www.`; its scheme is `http` or `https` in
///   any case
/// @param words the link's label as plain text, empty where the URL stands bare or is its own label
/// @param sentence the sentence around the link, without the run of hashtags that may end it
/// @param quoted whether the link is only in what the message quotes from somebody else
public record FoundLink(String url, String words, String sentence, boolean quoted) {

    public FoundLink {
        if (url.isBlank()) {
            throw new IllegalArgumentException("A found link must have a URL.");
        }
    }

    /// The same link found again: the first words count, and people's own words come before quoted
    /// ones.
    FoundLink and(FoundLink again) {
        var own = quoted && !again.quoted ? again : this;
        return new FoundLink(url, words.isEmpty() ? again.words : words, own.sentence, own.quoted);
    }
}
