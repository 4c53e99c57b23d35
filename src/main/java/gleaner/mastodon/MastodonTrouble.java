package gleaner.mastodon;

import gleaner.news.GleanerException;
import java.time.Instant;
import java.util.Optional;

/// Why a server did not do what was asked, so told apart that each can be met in its own way.
final class MastodonTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What went wrong.
    enum Kind {
        /// 429: too many requests.
        TOO_MANY(true),
        /// No connection, a timeout, a 5xx.
        AWAY(true),
        /// An answer that is no JSON, such as a proxy's page of HTML, or an empty one.
        GARBLED(true),
        /// 401: the token is not valid (any more).
        TOKEN(false),
        /// 403: the token may not do that.
        FORBIDDEN(false),
        /// 404, 410, 405, 501: not there, or not known.
        MISSING(false),
        /// Any other 4xx.
        REFUSED(false),
        /// 3xx: the server is elsewhere; the token is not taken there.
        MOVED(false);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }

        /// Whether it may be better later.
        boolean isPassing() {
            return passing;
        }
    }

    private final Kind kind;
    private final transient Optional<Instant> until;

    MastodonTrouble(Kind kind, String sentence) {
        this(kind, sentence, Optional.empty());
    }

    /// @param until when the server will answer again
    MastodonTrouble(Kind kind, String sentence, Optional<Instant> until) {
        super(sentence);
        this.kind = kind;
        this.until = until;
    }

    Kind kind() {
        return kind;
    }

    Optional<Instant> until() {
        return until;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    GleanerException toGleaner() {
        return new GleanerException(
                kind.isPassing() ? GleanerException.Kind.UNAVAILABLE : GleanerException.Kind.FAILED,
                sentence(),
                this);
    }
}
