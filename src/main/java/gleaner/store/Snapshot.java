package gleaner.store;

import gleaner.news.Curation;
import gleaner.news.LinkId;
import gleaner.news.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An issue as it was published.
///
/// @param title plain text
/// @param forms the exact text in every form, by the form's name
/// @param items in the order in which they stand
/// @param letGo links that were candidates no longer because nobody had taken them
public record Snapshot(
        int number,
        Instant at,
        Person by,
        String title,
        Map<String, String> forms,
        List<Item> items,
        List<LinkId> letGo) {

    public Snapshot {
        forms = Map.copyOf(forms);
        items = List.copyOf(items);
        letGo = List.copyOf(letGo);
    }

    /// A link that ran.
    ///
    /// @param before what editors had decided about it when it ran
    /// @param after what was left of that
    /// @param ran the issue before, in which it had run already
    public record Item(LinkId link, Curation before, Curation after, Optional<Integer> ran) {}
}
