package gleaner.digest;

import java.util.Optional;

/// What an editor wrote for the issue as a whole; each absent until then.
///
/// @param title one line of Markdown
/// @param intro Markdown, a blank line between paragraphs
/// @param signOff Markdown, likewise; stands before the closing line
public record EditorWords(
        Optional<String> title, Optional<String> intro, Optional<String> signOff) {

    /// Nothing is written yet.
    public static final EditorWords NONE =
            new EditorWords(Optional.empty(), Optional.empty(), Optional.empty());
}
