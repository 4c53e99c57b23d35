package gleaner.slack;

import java.util.Optional;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// A paragraph of a draft that begins with a picture, which Slack shows as a block of its own.
///
/// See <https://docs.slack.dev/reference/block-kit/blocks/image-block>: Slack fetches it, and
/// refuses a whole message of which it cannot.
///
/// @param alt what it shows, in words
/// @param words the same for people who look at it, and its credit: small print below it
record DraftPicture(String url, String alt, String words) {

    private static final int LONGEST_URL = 3_000;

    /// The picture of this block, if it is one.
    static Optional<DraftPicture> of(Node block) {
        if (!(block instanceof Paragraph)
                || !(block.getFirstChild() instanceof Image image)
                || hasMore(image)) {
            return Optional.empty();
        }
        var alt = DraftMarkdown.plain(image);
        return Optional.of(new DraftPicture(image.getDestination(), alt, MrkdwnWriter.of(block)));
    }

    /// A second picture, or a link: then it is a paragraph as any other.
    private static boolean hasMore(Image image) {
        for (var node = image.getNext(); node != null; node = node.getNext()) {
            if (node instanceof Image || node instanceof Link) {
                return true;
            }
        }
        return false;
    }

    boolean canBeShown() {
        return (url.startsWith("https://") || url.startsWith("http://"))
                && url.length() <= LONGEST_URL;
    }

    /// So many characters it takes of a message.
    int length() {
        return alt.length() + words.length() + url.length();
    }
}
