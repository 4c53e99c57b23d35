package gleaner.store;

import gleaner.news.Link;
import gleaner.news.Share;

/// What became of one link of a message.
///
/// @param link as it is now
/// @param share this message's
/// @param isNew whether nobody had shared it before
public record Sharing(Link link, Share share, boolean isNew) {}
