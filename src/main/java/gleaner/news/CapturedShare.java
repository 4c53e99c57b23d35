package gleaner.news;

/// A share as it was found in a message, before the store says which link it is of.
public record CapturedShare(LinkKey key, Share share) {}
