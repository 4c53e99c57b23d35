package gleaner.news;

import java.util.Locale;
import java.util.Optional;

/// What sort of thing a page is about; a page that fits none of them has no kind.
public enum PageKind {
    ARTICLE,
    VIDEO,
    REPOSITORY,
    RELEASE,
    PAPER,
    EVENT;

    /// The kind by its word in lower case, as [#word()] gives it.
    public static Optional<PageKind> parse(String word) {
        for (var kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// The kind as it is written in files and answers, such as "article".
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
