package gleaner.digest;

import java.util.Optional;

/// A stretch of words in one form.
///
/// @param text without markup
/// @param href where it leads; only ever a [SafeUrl]
record Run(String text, boolean emphasis, boolean strong, boolean code, Optional<String> href) {

    static Run plain(String text) {
        return new Run(text, false, false, false, Optional.empty());
    }

    static Run link(String text, String url) {
        return new Run(text, false, false, false, SafeUrl.of(url));
    }

    Run withText(String changed) {
        return new Run(changed, emphasis, strong, code, href);
    }

    Run withHref(Optional<String> changed) {
        return new Run(text, emphasis, strong, code, changed);
    }

    Run withoutEmphasis() {
        return new Run(text, false, false, code, href);
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
        return emphasis == other.emphasis
                && strong == other.strong
                && code == other.code
                && href.equals(other.href);
    }
}
