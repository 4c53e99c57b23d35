package gleaner.digest.drafting;

import gleaner.digest.drafting.Blurb.Source;
import gleaner.digest.prose.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which links stand as one item.
///
/// Those in the same sentence of the same message do; its words carry them all. So do those whose
/// pages have the same title of three words or more (a few titles that every such page has do not
/// count), or whose blurbs have the same words, four or more: the best leads, the others follow it.
/// Links that an editor put in different sections, or wrote a blurb for each, stand apart.
final class Stories {

    private static final int ENOUGH_TITLE = 3;
    private static final int ENOUGH_WORDS = 4;
    private static final Set<String> EVERYBODYS =
            Set.of(
                    "just a moment",
                    "page not found",
                    "404 not found",
                    "are you a robot",
                    "attention required cloudflare",
                    "access to this page has been denied",
                    "before you continue",
                    "log in or sign up",
                    "sign in to continue");

    private final Map<String, List<Story>> byKey = new HashMap<>();
    private final Map<Source, List<Story>> bySource = new HashMap<>();

    private Stories() {}

    /// The chosen links as stories.
    ///
    /// @param chosen in any order
    /// @param texts reads what editors wrote
    /// @return in the order of their leaders: [Choice#ORDER]
    static List<Story> of(List<Choice> chosen, EditorTexts texts) {
        var stories = new Stories();
        var finder = new Blurb.Finder(texts);
        var told = new ArrayList<Story>();
        var leading = chosen.stream().sorted(Choice.LEADING).toList();
        // What editors wrote is read in order first, and known to the texts from then on.
        leading.stream().filter(Choice::hasBlurb).forEach(finder::of);
        var blurbs = SideBySide.of(leading).map(finder::of).toList();
        for (int i = 0; i < leading.size(); i++) {
            var choice = leading.get(i);
            var blurb = blurbs.get(i);
            var source = blurb.key();
            var same =
                    source.flatMap(known ->
                            joinable(stories.bySource.getOrDefault(known, List.of()), choice));
            if (same.isPresent()) {
                same.get().carried.add(choice);
                continue;
            }
            var story = new Story(choice, blurb);
            source.ifPresent(known ->
                    stories.bySource.computeIfAbsent(known, _ -> new ArrayList<>(1)).add(story));
            told.add(story);
        }
        return stories.joined(told).stream()
                .sorted((one, other) -> Choice.ORDER.compare(one.leader, other.leader))
                .toList();
    }

    private static Optional<Story> joinable(List<Story> stories, Choice choice) {
        for (var story : stories) {
            if (choice.joins(story.leader)) {
                return Optional.of(story);
            }
        }
        return Optional.empty();
    }

    private List<Story> joined(List<Story> told) {
        var left = new ArrayList<Story>();
        var keysOfEach = SideBySide.of(told).map(Stories::keys).toList();
        for (int i = 0; i < told.size(); i++) {
            var story = told.get(i);
            var keys = keysOfEach.get(i);
            var same = story.carried.size() > 1 ? Optional.<Story>empty() : known(story, keys);
            if (same.isPresent()) {
                same.get().following.add(story.leader);
            } else {
                left.add(story);
            }
            var to = same.orElse(story);
            keys.forEach(key -> {
                var known = byKey.computeIfAbsent(key, _ -> new ArrayList<>(1));
                if (known.isEmpty()
                        || known.stream()
                                .noneMatch(other ->
                                        other == to || other.section().equals(to.section()))) {
                    known.add(to);
                }
            });
        }
        return left;
    }

    private Optional<Story> known(Story story, List<String> keys) {
        for (var key : keys) {
            var known = joinable(byKey.getOrDefault(key, List.of()), story.leader);
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    private static List<String> keys(Story story) {
        var keys = new ArrayList<String>(2);
        for (var choice : story.carried) {
            var title = choice.target().titleKey();
            if (hasWords(title) && !EVERYBODYS.contains(title)) {
                keys.add("title " + title);
            }
        }
        var words = story.blurb.told();
        if (Words.count(words) >= ENOUGH_WORDS) {
            keys.add("words " + words);
        }
        return keys;
    }

    private static boolean hasWords(String title) {
        return Words.count(title) >= ENOUGH_TITLE;
    }
}
