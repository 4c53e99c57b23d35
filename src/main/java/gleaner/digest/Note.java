package gleaner.digest;

import gleaner.news.LinkId;
import java.util.List;

/// Something that is not ready in a draft, and how to mend it.
///
/// @param links those that it speaks of; empty if it speaks of the issue
/// @param markdown one sentence of ours, commands as code
public record Note(Kind kind, List<LinkId> links, String markdown) {

    /// What is not ready.
    public enum Kind {
        /// No item at all.
        NOTHING,
        /// The lead section is empty.
        NO_LEAD,
        /// The placeholder stands where the intro belongs.
        NO_INTRO,
        /// An item has only its page's title.
        NO_WORDS,
        /// The page names neither author nor publisher.
        NO_ATTRIBUTION,
        /// The page has not been read yet.
        UNREAD,
        /// A source was edited or deleted after an editor worked on the link.
        CHANGED,
        /// A link that was shared privately stands in the draft.
        PRIVATE,
        /// Several links on one story were joined.
        JOINED,
        /// Two items may tell one story.
        ONE_STORY,
        /// The words that should carry the link are not in the sentence.
        LINK_WORDS,
        /// The page could not be read and is tried no more.
        LOST,
        /// The page is gone, or seems to be.
        DEAD,
        /// The page has moved for good.
        MOVED,
        /// The page's title is another altogether.
        REPLACED,
        /// Whether the page is still there could not be found out.
        SILENT,
        /// Whether the page is still there is being found out.
        LOOKING,
        /// The sentence ends in dots.
        CUT_OFF,
        /// There is much more or much less than usual.
        LENGTH,
        /// A link that is woven into words was withdrawn, left out or is none at all, or its own
        /// words are hidden.
        WOVEN,
        /// A link is woven into two texts.
        TWICE,
        /// A footnote without a mark, or a mark without a footnote.
        FOOTNOTE,
        /// A picture without words, or one that may not be shown.
        PICTURE,
        /// The interview lacks something, or its thread has changed.
        INTERVIEW,
        /// A template cannot be used; another stands in.
        TEMPLATE
    }

    public Note {
        links = List.copyOf(links);
    }
}
