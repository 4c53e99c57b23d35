package gleaner.command;

import java.util.Locale;
import java.util.Optional;

/// In what form a feed is written.
public enum FeedForm {
    /// RSS 2.0.
    RSS,
    /// Atom, RFC 4287.
    ATOM,
    /// JSON Feed 1.1.
    JSON;

    static Optional<FeedForm> parse(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "rss" -> Optional.of(RSS);
            case "atom" -> Optional.of(ATOM);
            case "json", "jsonfeed" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
