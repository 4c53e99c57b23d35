package gleaner.command;

import gleaner.news.Period;
import gleaner.news.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which links are asked for; whatever is said must hold, and of several states one.
///
/// @param tags all of them
/// @param by who shared it: a name as typed, or [#ME]
/// @param in a channel's name as typed, or a section's where no channel is so named
/// @param about words that stand in its title, its sentences, its blurb or its URL: all of them
public record Filter(
        List<Tag> tags,
        Optional<String> by,
        Optional<String> in,
        Set<Standing> states,
        Optional<Period> period,
        List<String> about) {

    /// Whoever asks.
    public static final String ME = "me";

    /// All links that are not withdrawn.
    public static final Filter NONE =
            new Filter(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    List.of());

    public Filter {
        tags = List.copyOf(tags);
        states = Set.copyOf(states);
        about = List.copyOf(about);
    }
}
