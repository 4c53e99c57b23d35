package gleaner.store;

import gleaner.news.Tag;

/// A tag, and on how many links that are not withdrawn it stands.
public record TagCount(Tag tag, long links) {}
