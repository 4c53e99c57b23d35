package gleaner.importing;

import java.io.IOException;

/// A stream must not be read on: it is larger than is believed. The message is a sentence for
/// people.
final class Damage extends IOException {

    private static final long serialVersionUID = 1L;

    Damage(String sentence) {
        super(sentence);
    }

    /// What to tell of a stream that ended too early, whatever ended it.
    static String sentence(IOException e) {
        return e instanceof Damage damage
                ? String.valueOf(damage.getMessage())
                : "The file is cut off or damaged here; what came before is kept.";
    }
}
