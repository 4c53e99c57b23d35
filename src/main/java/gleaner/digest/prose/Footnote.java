package gleaner.digest.prose;

/// What stands at the end of the issue and is called for by a mark in the words.
///
/// @param key tells it from all others of the draft, those with the same words included
public record Footnote(String key, Prose words) {}
