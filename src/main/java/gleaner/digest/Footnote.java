package gleaner.digest;

/// What stands at the end of the issue and is called for by a mark in the words.
///
/// @param key tells it from all others of the draft, those with the same words included
record Footnote(String key, Prose words) {}
