package gleaner.digest;

import java.util.List;

/// Writes drafts out. The draft knows how it is to look, and not how that is written.
public interface Renderer {

    /// The whole draft, ending with a line end; the same draft gives the same text.
    ///
    /// @param forEditor whether the placeholders and the notes are in it
    String render(Draft draft, Format format, boolean forEditor);

    /// What is wrong with it, for the editors: a sentence each.
    List<String> problems();
}
