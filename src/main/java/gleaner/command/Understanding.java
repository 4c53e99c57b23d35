package gleaner.command;

/// What became of somebody's words.
public sealed interface Understanding {

    /// They are a command.
    record Understood(Command command) implements Understanding {}

    /// They are not.
    ///
    /// @param sentence what is wrong, Markdown, with the nearest right command
    /// @param suggestion a command that would be understood
    record Misunderstood(String sentence, String suggestion) implements Understanding {}
}
