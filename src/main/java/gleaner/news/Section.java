package gleaner.news;

import java.util.List;

/// A named place in the issue.
///
/// @param heading as shown above its items
/// @param tags those that lead to it
/// @param isOwn whether an editor made it for this issue only; its items are paragraphs, as the
///   lead's are
public record Section(SectionName name, String heading, List<Tag> tags, boolean isOwn) {

    public Section {
        tags = List.copyOf(tags);
    }

    /// A section of every issue.
    public Section(SectionName name, String heading, List<Tag> tags) {
        this(name, heading, tags, false);
    }
}
