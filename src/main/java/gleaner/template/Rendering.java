package gleaner.template;

import io.pebbletemplates.pebble.error.PebbleException;

/// One page while it is made: its language, and how much has been done for it.
final class Rendering {

    /// Bound while a page is made.
    static final ScopedValue<Rendering> NOW = ScopedValue.newInstance();

    /// Turns of loops, calls of macros and files taken in, and as much again for what they print: a
    /// draft of 20,000 items needs some 150,000.
    static final int MOST_TURNS = 2_000_000;

    /// So many characters count as much as a turn.
    private static final int CHARACTERS_A_TURN = 64;

    private final Language language;
    private int turns;

    Rendering(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    /// A turn that writes so many characters.
    void turn(int characters, int line, String file) {
        turns += 1 + characters / CHARACTERS_A_TURN;
        if (turns > MOST_TURNS) {
            throw new PebbleException(
                    null, "this is repeated too often, or has no end", line, file);
        }
    }
}
