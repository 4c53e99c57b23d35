package gleaner.command;

import gleaner.news.IssueWords;
import gleaner.news.Link;
import java.util.List;
import java.util.Map;

/// The open issue as it would be published now.
///
/// @param words what was written for it
/// @param title plain text
/// @param items the links that would run, in their order, as they were read
/// @param letGo the links that would be candidates no longer
/// @param forms the exact text for readers in every form
public record Frozen(
        IssueWords words,
        String title,
        List<Link> items,
        List<Link> letGo,
        Map<DraftForm, String> forms) {

    public Frozen {
        items = List.copyOf(items);
        letGo = List.copyOf(letGo);
        forms = Map.copyOf(forms);
    }
}
