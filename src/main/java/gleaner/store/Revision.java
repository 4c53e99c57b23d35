package gleaner.store;

import gleaner.news.Curation;
import gleaner.news.Link;
import java.util.Optional;

/// What an act does to one link.
///
/// @param before the link as it was read; where it has changed since, the whole act is refused
/// @param ran the issue in which it ran last, once the act is done
public record Revision(Link before, Curation after, Optional<Integer> ran, Candidacy candidacy) {

    /// Whether the link stands for the open issue.
    public enum Candidacy {
        /// As before; but it does if an editor took or holds it, and what ran does not otherwise.
        AS_DECIDED,
        /// From now on.
        YES,
        /// No longer.
        NO
    }

    /// Changes what people decided and nothing else.
    public Revision(Link before, Curation after) {
        this(before, after, before.ran(), Candidacy.AS_DECIDED);
    }

    /// Whether it is a candidate then; none where that stays as it is.
    Optional<Boolean> isCandidate() {
        return switch (candidacy) {
            case YES -> Optional.of(true);
            case NO -> Optional.of(false);
            case AS_DECIDED ->
                    switch (after.state()) {
                        case PICKED, LEAD, HELD -> Optional.of(true);
                        case NEW, SKIPPED -> ran.map(_ -> false);
                    };
        };
    }
}
