package gleaner.news;

/// A failure told in one sentence to the person who can act on it: what was expected, what was
/// found, what to do.
///
/// The sentence holds no token, password or signed URL. The kind decides the exit code or the form
/// of the reply.
public final class GleanerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Who can mend it, and how a process ends because of it.
    public enum Kind {
        /// What was asked cannot be done as asked: exit code 1.
        FAILED,
        /// The words of a command, or a file's contents, are wrong: exit code 2.
        USAGE,
        /// Something that Gleaner needs is not there (Redis, a JDK, a writable folder): exit code
        /// 69.
        UNAVAILABLE
    }

    private final Kind kind;

    public GleanerException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public GleanerException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    public static GleanerException failed(String sentence) {
        return new GleanerException(Kind.FAILED, sentence);
    }

    public static GleanerException usage(String sentence) {
        return new GleanerException(Kind.USAGE, sentence);
    }

    public static GleanerException unavailable(String sentence) {
        return new GleanerException(Kind.UNAVAILABLE, sentence);
    }

    public Kind kind() {
        return kind;
    }

    /// The sentence, never absent.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
