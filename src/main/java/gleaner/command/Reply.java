package gleaner.command;

/// What Gleaner answers, the same in every channel; a channel only translates.
///
/// @param markdown for people; names, titles and words of strangers in it are escaped
/// @param json the same for scripts: an object
public record Reply(Kind kind, String markdown, String json) {

    /// Whether the Markdown is a text of its own (a draft), to be handed over as it is: it may be
    /// of another form.
    public boolean isDocument() {
        return kind == Kind.DOCUMENT;
    }

    /// What sort of answer it is, and so how a process that gave the command ends.
    public enum Kind {
        /// Something was changed: exit code 0.
        DONE,
        /// Something was shown: exit code 0.
        SHOWN,
        /// A draft was made; it stands in the place of the Markdown, in the form that was asked
        /// for: exit code 0.
        DOCUMENT,
        /// The words were not understood: exit code 2.
        MISUNDERSTOOD,
        /// The person may not do that, or it cannot be done: exit code 1.
        REFUSED,
        /// Something that is needed is not there: exit code 69.
        FAILED;

        /// Whether what was asked for happened.
        public boolean isFine() {
            return switch (this) {
                case DONE, SHOWN, DOCUMENT -> true;
                case MISUNDERSTOOD, REFUSED, FAILED -> false;
            };
        }
    }
}
