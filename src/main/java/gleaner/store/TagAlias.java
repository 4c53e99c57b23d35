package gleaner.store;

import gleaner.news.Tag;
import java.util.Optional;

/// A change of what a tag is called: from now on, and on every link that has it already.
///
/// @param tag as people write it
/// @param before what it stood for; empty where it stood for itself
/// @param after what it stands for; empty where it stands for itself again
public record TagAlias(Tag tag, Optional<Tag> before, Optional<Tag> after) {}
