package gleaner.digest;

import gleaner.digest.prose.ProseReader;
import java.util.Optional;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Reads a paragraph that is only a picture: `![alt](https://… "credit")`, or with the credit in
/// emphasis behind it, as a draft shows it.
public final class PictureReader {

    private PictureReader() {}

    /// The picture; empty for any other paragraph, and for a picture that may not be shown.
    public static Optional<Picture> read(String markdown) {
        return image(markdown)
                .flatMap(image ->
                        Picture.of(
                                image.getDestination(),
                                words(image),
                                Optional.ofNullable(image.getTitle())
                                        .filter(title -> !title.isBlank())
                                        .orElseGet(() -> credit(image))));
    }

    /// Whether it is only a picture, whatever its URL.
    public static boolean isPicture(String markdown) {
        return image(markdown).isPresent();
    }

    private static Optional<Image> image(String markdown) {
        if (!markdown.stripLeading().startsWith("![")) {
            return Optional.empty();
        }
        return ProseReader.parsed(markdown).getFirstChild() instanceof Paragraph paragraph
                        && paragraph.getNext() == null
                        && paragraph.getFirstChild() instanceof Image image
                        && isCredit(image.getNext())
                ? Optional.of(image)
                : Optional.empty();
    }

    private static boolean isCredit(@org.jspecify.annotations.Nullable Node after) {
        var node = after;
        while (node instanceof SoftLineBreak
                || node instanceof HardLineBreak
                || (node instanceof Text text && text.getLiteral().isBlank())) {
            node = node.getNext();
        }
        return node == null || (node instanceof Emphasis && node.getNext() == null);
    }

    private static String credit(Image image) {
        var last = image.getParent().getLastChild();
        var words = last instanceof Emphasis ? words(last).strip() : "";
        return words.startsWith("(") && words.endsWith(")")
                ? words.substring(1, words.length() - 1)
                : words;
    }

    /// The text below a node, without markup; the parser's limits bound how deep that goes.
    private static String words(Node node) {
        var words = new StringBuilder();
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            words.append(
                    switch (child) {
                        case Text text -> text.getLiteral();
                        case org.commonmark.node.Code code -> code.getLiteral();
                        case SoftLineBreak _, HardLineBreak _ -> " ";
                        default -> words(child);
                    });
        }
        return words.toString();
    }
}
