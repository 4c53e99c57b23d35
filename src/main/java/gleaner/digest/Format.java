package gleaner.digest;

import java.util.Locale;
import java.util.Optional;

/// What a draft can be rendered as.
public enum Format {
    /// CommonMark, one line a paragraph or item.
    MARKDOWN,
    /// A whole document for a mail or a browser.
    HTML,
    /// Plain text of 72 columns with numbered links.
    TEXT,
    /// An object for scripts: see its page in the documentation.
    JSON;

    /// The format that somebody means by a word.
    public static Optional<Format> parse(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "md", "markdown" -> Optional.of(MARKDOWN);
            case "html", "mail" -> Optional.of(HTML);
            case "text", "txt", "plain" -> Optional.of(TEXT);
            case "json" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }
}
