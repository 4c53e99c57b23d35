package gleaner.digest.takeback;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An editor's text of a draft, taken apart and not yet understood.
///
/// @param title the words of its first heading
/// @param parts what stands before any further heading, then each heading with what is below it
/// @param footnotes their words by their names
/// @param definitions of links, as CommonMark has them, so that links by name are found
/// @param reference what it says that it was made from
/// @param comments what is only for who reads the text itself
record EditedDraft(
        Optional<String> title,
        List<Part> parts,
        Map<String, String> footnotes,
        String definitions,
        Optional<String> reference,
        List<String> comments) {

    /// What a block can be.
    enum Type {
        ITEM,
        /// The same of a numbered list.
        NUMBERED,
        PARAGRAPH,
        /// Nothing that a draft has: a table, HTML, a quote, code.
        STRANGE
    }

    /// @param heading its words, empty for the first
    record Part(Optional<String> heading, List<Block> blocks) {}

    /// @param markdown the first paragraph of an item
    /// @param more the others
    record Block(Type type, String markdown, List<String> more) {

        /// Whether it is of a list.
        boolean isListed() {
            return type == Type.ITEM || type == Type.NUMBERED;
        }

        Block {
            more = List.copyOf(more);
        }
    }

    EditedDraft {
        parts = List.copyOf(parts);
        comments = List.copyOf(comments);
    }
}
