package gleaner.store;

import gleaner.news.Curation;
import gleaner.news.Link;

/// What an act does to one link.
///
/// @param before the link as it was read; where it has changed since, the whole act is refused
public record Revision(Link before, Curation after) {}
