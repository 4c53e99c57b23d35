package gleaner.template;

import io.pebbletemplates.pebble.error.PebbleException;

/// One page while it is made: its language, and how much has been done for it.
final class Rendering {

    /// Bound while a page is made.
    static final ScopedValue<Rendering> NOW = ScopedValue.newInstance();

    /// Turns of loops, calls of macros and files taken in: a draft of 20,000 items needs some
    /// 100,000.
    static final int MOST_TURNS = 2_000_000;

    /// No word and no page is longer.
    static final int LONGEST = 64 << 20;

    private final Language language;
    private int turns;

    Rendering(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    void turn(int line, String file) {
        if (++turns > MOST_TURNS) {
            throw new PebbleException(
                    null,
                    "loops and macros take more than %,d turns; does one have no end?"
                            .formatted(MOST_TURNS),
                    line,
                    file);
        }
    }
}
