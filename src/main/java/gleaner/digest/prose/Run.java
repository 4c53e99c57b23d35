package gleaner.digest.prose;

import java.util.Optional;

/// A stretch of words in one form.
///
/// @param text without markup
/// @param href where it leads; only ever a [SafeUrl]
/// @param note the footnote whose mark it is; its text is [#MARK] then
public record Run(
        String text,
        boolean emphasis,
        boolean strong,
        boolean code,
        Optional<String> href,
        Optional<Footnote> note) {

    /// Stands in a text where a footnote's mark is: Unicode's sign for an object among characters.
    public static final char MARK = '\ufffc';

    public Run(String text, boolean emphasis, boolean strong, boolean code, Optional<String> href) {
        this(text, emphasis, strong, code, href, Optional.empty());
    }

    /// A footnote's mark.
    public static Run mark(Footnote note, boolean emphasis, boolean strong) {
        return new Run(
                Character.toString(MARK),
                emphasis,
                strong,
                false,
                Optional.empty(),
                Optional.of(note));
    }

    public static Run plain(String text) {
        return new Run(text, false, false, false, Optional.empty());
    }

    public static Run link(String text, String url) {
        return new Run(text, false, false, false, SafeUrl.of(url));
    }

    public Run withText(String changed) {
        return new Run(changed, emphasis, strong, code, href, note);
    }

    /// A mark leads to its footnote and nowhere else.
    public Run withHref(Optional<String> changed) {
        return note.isPresent() ? this : new Run(text, emphasis, strong, code, changed);
    }

    /// The same in bold; a mark stays as it is.
    public Run inStrong() {
        return note.isPresent() ? this : new Run(text, emphasis, true, code, href);
    }

    Run withoutEmphasis() {
        return new Run(text, false, false, code, href, note);
    }

    /// The same in the form that both have: the space between two is in no other.
    Run common(Run other) {
        return new Run(
                text,
                emphasis && other.emphasis,
                strong && other.strong,
                false,
                href.equals(other.href) ? href : Optional.empty());
    }

    boolean isFormedAs(Run other) {
        return note.isEmpty()
                && other.note.isEmpty()
                && emphasis == other.emphasis
                && strong == other.strong
                && code == other.code
                && href.equals(other.href);
    }
}
