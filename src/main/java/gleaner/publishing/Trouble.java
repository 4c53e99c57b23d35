package gleaner.publishing;

import gleaner.news.GleanerException;
import gleaner.news.GleanerException.Kind;

/// A publisher did not do what it was asked.
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int status;
    private final boolean uncertain;

    private Trouble(Kind kind, int status, boolean uncertain, String sentence) {
        super(sentence);
        this.kind = kind;
        this.status = status;
        this.uncertain = uncertain;
    }

    /// It said no.
    static Trouble refused(int status, String sentence) {
        return new Trouble(Kind.FAILED, status, false, sentence);
    }

    /// It was not reached, so nothing happened there.
    static Trouble unreached(String sentence) {
        return new Trouble(Kind.UNAVAILABLE, 0, false, sentence);
    }

    /// It was asked, and whether it did it is not known.
    static Trouble unanswered(int status, String sentence) {
        return new Trouble(Kind.UNAVAILABLE, status, true, sentence);
    }

    /// It will not do it now.
    static Trouble later(int status, String sentence) {
        return new Trouble(Kind.UNAVAILABLE, status, false, sentence);
    }

    /// The status of HTTP; 0 where there is none.
    int status() {
        return status;
    }

    boolean isUncertain() {
        return uncertain;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    GleanerException forPeople() {
        return new GleanerException(kind, sentence(), this);
    }
}
