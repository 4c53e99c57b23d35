package gleaner.importing;

import gleaner.news.Excerpt;
import java.util.EnumMap;
import java.util.Map;

/// Passes problems on, but not a million of them: of each kind the first twenty, then only how many
/// more there were.
final class Problems {

    private static final int TOLD = 20;

    enum Kind {
        DAMAGED("damaged places"),
        ENCODING("lines that are no UTF-8 text"),
        LENGTH("lines or messages that are too long"),
        JSON("lines or messages that are no valid JSON"),
        DATE("dates that cannot be read"),
        FIELD("fields that are missing or of the wrong kind"),
        UNKNOWN("things with unknown names"),
        URL("rows without a usable URL"),
        NAME("files with names that are not to be trusted"),
        NESTED("archives inside the archive"),
        ACCESS("files or folders that cannot be read"),
        LIMIT("files that are too large");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final String archive;
    private final Sink sink;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    Problems(String archive, Sink sink) {
        this.archive = archive;
        this.sink = sink;
    }

    void add(Kind kind, String file, long line, String sentence) {
        if (counts.merge(kind, 1, Integer::sum) <= TOLD) {
            sink.problem(new Problem(Excerpt.of(file, 200), line, sentence));
        }
    }

    /// Tells how many problems were only counted.
    void finish() {
        counts.forEach((kind, count) -> {
            if (count > TOLD) {
                sink.problem(
                        new Problem(
                                archive,
                                0,
                                "There are %s more %s; only the first %d were told."
                                        .formatted(Texts.number(count - TOLD), kind.words, TOLD)));
            }
        });
    }
}
