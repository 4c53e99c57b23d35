package gleaner.command;

import gleaner.news.Link;
import gleaner.news.State;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a link stands, in one word: what an editor decided for the open issue, or why nothing is to
/// be decided.
public enum Standing {
    NEW,
    PICKED,
    LEAD,
    HELD,
    SKIPPED,
    WITHDRAWN,
    RAN;

    private static final Map<String, Standing> WORDS =
            Map.ofEntries(
                    Map.entry("new", NEW),
                    Map.entry("undecided", NEW),
                    Map.entry("picked", PICKED),
                    Map.entry("taken", PICKED),
                    Map.entry("lead", LEAD),
                    Map.entry("leads", LEAD),
                    Map.entry("held", HELD),
                    Map.entry("skipped", SKIPPED),
                    Map.entry("dropped", SKIPPED),
                    Map.entry("withdrawn", WITHDRAWN),
                    Map.entry("ran", RAN),
                    Map.entry("published", RAN));

    static Optional<Standing> parse(String word) {
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
    }

    /// What ran stands as that until an editor takes or holds it again.
    static Standing of(Link link) {
        var state = link.curation().state();
        if (link.ran().isPresent() && (state == State.NEW || state == State.SKIPPED)) {
            return RAN;
        }
        if (link.isWithdrawn()) {
            return WITHDRAWN;
        }
        return switch (state) {
            case NEW -> NEW;
            case PICKED -> PICKED;
            case LEAD -> LEAD;
            case HELD -> HELD;
            case SKIPPED -> SKIPPED;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
