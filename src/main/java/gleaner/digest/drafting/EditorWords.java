package gleaner.digest.drafting;

import gleaner.news.Chat;
import gleaner.news.SectionName;
import java.util.List;
import java.util.Optional;

/// What an editor wrote for the issue as a whole; each absent until then.
///
/// @param title one line of Markdown
/// @param intro Markdown, a blank line between paragraphs
/// @param signOff Markdown, likewise; stands before the closing line
/// @param chat the interview
/// @param isChatChanged whether the thread that it was taken from says something else by now, or is
///   no longer public
/// @param order of the sections, where one was written; `interview` in it is the interview
public record EditorWords(
        Optional<String> title,
        Optional<String> intro,
        Optional<String> signOff,
        Optional<Chat> chat,
        boolean isChatChanged,
        List<SectionName> order) {

    public EditorWords {
        order = List.copyOf(order);
    }

    /// Nothing is written yet.
    public static final EditorWords NONE =
            new EditorWords(Optional.empty(), Optional.empty(), Optional.empty());

    /// Without an interview.
    public EditorWords(Optional<String> title, Optional<String> intro, Optional<String> signOff) {
        this(title, intro, signOff, Optional.empty(), false);
    }

    /// With the sections in their usual order.
    public EditorWords(
            Optional<String> title,
            Optional<String> intro,
            Optional<String> signOff,
            Optional<Chat> chat,
            boolean isChatChanged) {
        this(title, intro, signOff, chat, isChatChanged, List.of());
    }
}
