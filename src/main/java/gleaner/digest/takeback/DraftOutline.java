package gleaner.digest.takeback;

import gleaner.digest.Draft;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import java.util.List;
import java.util.Optional;

/// What a draft in Markdown shows, block by block, and whose each block is: what an editor's text
/// is compared with.
///
/// @param number of the issue
/// @param blocks in the order in which they stand
/// @param entries the items, in their order
/// @param mentioned the links that only the issue's own words mention by their ids
public record DraftOutline(
        int number, List<Block> blocks, List<Entry> entries, List<LinkId> mentioned) {

    /// Whose a block is.
    public enum Kind {
        TITLE,
        /// Stands for the intro until there is one.
        PLACEHOLDER,
        INTRO,
        /// A section's heading.
        SECTION,
        /// An item's sentence, with attribution and further links.
        ITEM,
        /// What stands below an item's sentence.
        MORE,
        /// The interview's heading.
        CHAT,
        CHAT_INTRO,
        TURN,
        /// The heading above the last words.
        SIGN_OFF,
        CLOSING,
        /// What ends every issue.
        ENDING,
        /// The heading above the notes for the editor.
        NOTES,
        NOTE,
        FOOTNOTE
    }

    /// A heading's words or a paragraph.
    ///
    /// @param scope the section's name, the leading link's id, the footnote's number; of a turn
    ///   `Q1` or `A2`, a space and who speaks where the text says so; else empty
    public record Block(Kind kind, String scope, String markdown) {}

    /// An item.
    ///
    /// @param links the leading one first
    /// @param urls theirs, in the same order
    /// @param sentence Markdown without attribution and further links
    /// @param attribution without brackets
    public record Entry(
            SectionName section,
            List<LinkId> links,
            List<String> urls,
            String sentence,
            Optional<String> attribution) {

        public Entry {
            links = List.copyOf(links);
            urls = List.copyOf(urls);
        }

        /// The link whose item it is.
        public LinkId leader() {
            return links.getFirst();
        }
    }

    public DraftOutline {
        blocks = List.copyOf(blocks);
        entries = List.copyOf(entries);
        mentioned = List.copyOf(mentioned);
    }

    /// The outline of a draft's Markdown for editors.
    public static DraftOutline of(Draft draft) {
        return new OutlineWriter(draft).outline();
    }

    /// Its sections that are shown, and the interview, in their order.
    public List<SectionName> order() {
        return blocks.stream()
                .filter(block -> block.kind() == Kind.SECTION || block.kind() == Kind.CHAT)
                .map(block -> new SectionName(block.scope()))
                .toList();
    }

    /// The blocks of one kind.
    List<Block> of(Kind kind) {
        return blocks.stream().filter(block -> block.kind() == kind).toList();
    }
}
