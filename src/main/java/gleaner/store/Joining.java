package gleaner.store;

import gleaner.news.LinkId;

/// That a link becomes part of another, or goes apart from it again.
///
/// Both ids keep working: while a link is part of another, its id and its keys lead there. Every
/// share remembers under which key it came, so that it goes with its own page when the two go
/// apart, those that came meanwhile included.
///
/// @param link the one that becomes part of the other, or was
/// @param into the other, which is part of none
/// @param isOne whether they become one; else they go apart
public record Joining(LinkId link, LinkId into, boolean isOne) {

    /// What takes it back.
    public Joining reversed() {
        return new Joining(link, into, !isOne);
    }
}
