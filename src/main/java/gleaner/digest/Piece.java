package gleaner.digest;

/// What a draft is made of; every renderer shows each of them.
public sealed interface Piece permits Item, Listing, Paragraph, Picture, Talk {}
