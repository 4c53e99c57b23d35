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

    /// The form that a space between this and the next run has: only what both have.
    Run space(Run next) {
        return new Run(
                " ",
                emphasis && next.emphasis,
                strong && next.strong,
                false,
                href.equals(next.href) ? href : Optional.empty());
    }

    boolean isFormedAs(Run other) {
        return emphasis == other.emphasis
                && strong == other.strong
                && code == other.code
                && href.equals(other.href);
    }
}
