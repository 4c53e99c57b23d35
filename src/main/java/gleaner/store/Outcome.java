package gleaner.store;

/// What became of an act.
public sealed interface Outcome {

    /// It happened.
    record Done() implements Outcome {}

    /// It had happened before.
    ///
    /// @param answer what was told then
    record DoneBefore(String answer) implements Outcome {}

    /// Somebody changed one of the links meanwhile; nothing happened: read again and try again.
    record Conflict() implements Outcome {}
}
