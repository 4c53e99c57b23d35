package gleaner.digest.takeback;

import gleaner.digest.prose.Prose;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.digest.takeback.DraftOutline.Kind;
import gleaner.news.Byline;
import gleaner.news.ItemPicture;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What an editor changed in the text of a draft.
///
/// Every text is an editor's Markdown, as the commands take it; an empty one was cleared.
///
/// @param hasTitle whether the text has one at all
/// @param title of the issue, where it is another one
/// @param headings of sections, other than they were
/// @param made headings of sections that there were not, by the names that they are to have
/// @param items all that stand in the text, in its order, those that nobody changed included
/// @param sections the order of the sections and the interview as the text has them, where that is
///   another one or one of them is new
/// @param orders the leading links of each section of which the order changed
/// @param removed the links that the draft had and the text has nowhere
/// @param added the URLs of links that nobody knows yet; once they are kept, the text can be
///   compared again
/// @param unplaced what has no place in a draft
public record DraftChanges(
        boolean hasTitle,
        Optional<String> title,
        Optional<String> intro,
        Optional<String> closing,
        Map<SectionName, String> headings,
        Map<SectionName, String> made,
        Optional<ChatEdit> chat,
        Optional<List<SectionName>> sections,
        List<ItemEdit> items,
        Map<SectionName, List<LinkId>> orders,
        List<LinkId> removed,
        List<String> added,
        List<Unplaced> unplaced) {

    /// A draft's text has at most so many characters.
    public static final int LONGEST = 4_000_000;

    /// One item of the text.
    ///
    /// @param before the item that it was; none where its link was none
    /// @param section where it stands
    /// @param isMoved whether that is another one
    /// @param words its words, without attribution and further links, and what stands below them
    /// @param isRewritten whether those are others
    /// @param byline another attribution
    /// @param picture another picture, or none any more
    /// @param woven the other links that stand in its words and nowhere else
    /// @param literal all of it, attribution and further links included, as one blurb
    /// @param attribution as it stands there
    /// @param links all that stand in it
    /// @param whole as it stands there
    public record ItemEdit(
            LinkId leader,
            Optional<Entry> before,
            SectionName section,
            boolean isMoved,
            String words,
            boolean isRewritten,
            Optional<Byline> byline,
            Optional<Optional<ItemPicture>> picture,
            List<LinkId> woven,
            String literal,
            Optional<String> attribution,
            List<LinkId> links,
            Prose whole) {

        public ItemEdit {
            links = List.copyOf(links);
            woven = List.copyOf(woven);
        }

        /// Its words, if they are others.
        public Optional<String> blurb() {
            return isRewritten ? Optional.of(words) : Optional.empty();
        }

        /// Whether anything but its place is other than it was.
        public boolean isWritten() {
            return isRewritten || byline.isPresent() || picture.isPresent();
        }
    }

    /// The interview.
    ///
    /// @param isNew whether there was none
    /// @param isRemoved whether nothing of it is left
    /// @param turns all of them in their order; none where they are as they were
    public record ChatEdit(
            boolean isNew,
            boolean isRemoved,
            Optional<String> title,
            Optional<String> intro,
            Optional<List<TurnEdit>> turns) {}

    /// A turn of the interview.
    ///
    /// @param from the number of the turn that it was, from 1; 0 for a new one
    /// @param speaker where the text names one
    /// @param text other words
    public record TurnEdit(
            int from, boolean isQuestion, Optional<String> speaker, Optional<String> text) {}

    /// Something that an editor wrote and that has no place.
    ///
    /// @param why a sentence
    /// @param text as it was written
    public record Unplaced(String why, String text) {}

    public DraftChanges {
        headings = Map.copyOf(headings);
        items = List.copyOf(items);
        removed = List.copyOf(removed);
        added = List.copyOf(added);
        unplaced = List.copyOf(unplaced);
    }

    /// Compares an editor's text with what it was made from.
    ///
    /// @param sections of the open issue
    /// @param also the word before further links
    /// @param known the link of a URL
    public static DraftChanges between(
            DraftOutline base,
            String text,
            Sections sections,
            String also,
            Function<String, Optional<LinkId>> known) {
        var headings = new HashSet<String>();
        base.of(Kind.SECTION).forEach(block -> headings.add(block.markdown()));
        base.of(Kind.CHAT).forEach(block -> headings.add(block.markdown()));
        base.of(Kind.SIGN_OFF).forEach(block -> headings.add(block.markdown()));
        var edited = DraftReader.read(text, headings);
        return new Comparison(base, edited, sections, also, known).changes();
    }

    /// What a text says that it was made from: the reference of [#referenceLine].
    public static Optional<String> reference(String text) {
        int at = text.lastIndexOf("[//]: # (gleaner draft ");
        if (at < 0) {
            return Optional.empty();
        }
        int end = text.indexOf('\n', at);
        return DraftReader.read(text.substring(at, end < 0 ? text.length() : end)).reference();
    }

    /// A line of Markdown that no reader shows, and that says what a text was made from.
    ///
    /// @param reference lower-case letters, digits and `-`
    public static String referenceLine(String reference) {
        return DraftReader.referenceLine(reference);
    }

    /// The items of the text that a draft would show otherwise, or not as items of their own.
    public List<ItemEdit> unlike(DraftOutline draft) {
        var words = new EditedWords(Comparison.footnotes(draft), "");
        var shown = new HashMap<String, Prose>();
        draft.of(Kind.ITEM)
                .forEach(block ->
                        shown.put(block.scope(), Sameness.of(words.prose(block.markdown()))));
        return items.stream()
                .filter(item ->
                        !Optional.ofNullable(shown.get(item.leader().value()))
                                .equals(Optional.of(Sameness.of(item.whole()))))
                .toList();
    }

    /// Whether the text is as it was.
    public boolean isEmpty() {
        return title.isEmpty()
                && intro.isEmpty()
                && closing.isEmpty()
                && headings.isEmpty()
                && made.isEmpty()
                && chat.isEmpty()
                && sections.isEmpty()
                && orders.isEmpty()
                && removed.isEmpty()
                && added.isEmpty()
                && unplaced.isEmpty()
                && items.stream().noneMatch(item -> item.isWritten() || item.isMoved());
    }
}
