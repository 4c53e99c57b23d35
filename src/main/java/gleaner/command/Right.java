package gleaner.command;

/// Who may give a command.
public enum Right {
    /// Anyone who can write in a channel.
    EVERYBODY,
    /// Anyone about what they shared themselves, editors about everything.
    SHARER,
    /// Editors.
    EDITOR
}
