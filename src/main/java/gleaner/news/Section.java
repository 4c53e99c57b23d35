package gleaner.news;

import java.util.List;

/// A named place in the issue.
///
/// @param heading as shown above its items
/// @param tags those that lead to it
public record Section(SectionName name, String heading, List<Tag> tags) {

    public Section {
        tags = List.copyOf(tags);
    }
}
