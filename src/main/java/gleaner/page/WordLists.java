package gleaner.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The word lists of a resource, whose head explains its verbs.
final class WordLists {

    private final Map<String, Set<String>> lists = new HashMap<>();

    private WordLists() {}

    static WordLists of(String resource) {
        try (InputStream in = WordLists.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing.");
            }
            var all = new WordLists();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .forEach(all::add);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " cannot be read.", e);
        }
    }

    private void add(String line) {
        var words = line.split(" ", -1);
        var list = lists.computeIfAbsent(words[0], verb -> new HashSet<>());
        Arrays.stream(words, 1, words.length)
                .map(word -> word.replace('_', ' '))
                .forEach(list::add);
    }

    boolean has(String list, String word) {
        return lists.getOrDefault(list, Set.of()).contains(word);
    }

    Set<String> of(String list, Set<String> otherwise) {
        return lists.getOrDefault(list, otherwise);
    }
}
