package gleaner.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// In what form a draft is handed over.
public enum DraftForm {
    MARKDOWN,
    HTML,
    TEXT,
    JSON;

    private static final Map<String, DraftForm> WORDS =
            Map.of(
                    "markdown",
                    MARKDOWN,
                    "md",
                    MARKDOWN,
                    "html",
                    HTML,
                    "text",
                    TEXT,
                    "txt",
                    TEXT,
                    "plain",
                    TEXT,
                    "json",
                    JSON);

    /// The form that somebody names: `markdown` or `md`, `html`, `text`, `txt` or `plain`, `json`.
    public static Optional<DraftForm> parse(String word) {
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
