package gleaner.importing;

import gleaner.importing.Problems.Kind;

/// Why one line, row or message cannot be taken; what follows in the sentence says what becomes of
/// it.
final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    final Kind kind;

    Fault(Kind kind, String beginning) {
        super(beginning, null, false, false);
        this.kind = kind;
    }

    /// Without its full stop.
    String sentence() {
        return String.valueOf(getMessage());
    }
}
