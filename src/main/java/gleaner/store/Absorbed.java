package gleaner.store;

import gleaner.news.Curation;
import gleaner.news.LinkId;

/// A link that is part of another.
///
/// @param into the link to which its id leads now; where several were made one after another, the
///   last
/// @param was what editors had decided about that one before the two were made one
/// @param made what then held for both; what has been decided since is not in it
public record Absorbed(LinkId into, Curation was, Curation made) {}
