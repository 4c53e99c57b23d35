package gleaner.digest.takeback;

import gleaner.digest.prose.Prose;
import gleaner.digest.takeback.DraftChanges.Unplaced;
import gleaner.digest.takeback.DraftOutline.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What an editor's text holds besides what a draft has a place for.
final class Leftovers {

    private final DraftOutline base;
    private final EditedDraft edited;
    private final EditedWords oldWords;
    private final EditedWords words;
    private final List<Unplaced> unplaced;

    /// @param unplaced is given what has no place
    Leftovers(
            DraftOutline base,
            EditedDraft edited,
            EditedWords oldWords,
            EditedWords words,
            List<Unplaced> unplaced) {
        this.base = base;
        this.edited = edited;
        this.oldWords = oldWords;
        this.words = words;
        this.unplaced = unplaced;
    }

    /// Once all words are read.
    void tell(Resolving links) {
        footnoteMarks();
        tell("A comment is not kept.", edited.comments());
        tell("A link stays as it was shared, which is not so:", links.others());
        tell("Only links to pages are kept.", without(words.noPages(), oldWords.noPages()));
        tell(
                "A picture needs a paragraph of its own.",
                without(words.pictures(), oldWords.pictures()));
    }

    private static List<String> without(Set<String> all, Set<String> before) {
        return all.stream().filter(one -> !before.contains(one)).toList();
    }

    private void tell(String why, Collection<String> texts) {
        texts.forEach(text -> unplaced.add(new Unplaced(why, text)));
    }

    private void footnoteMarks() {
        for (var name : words.missing()) {
            unplaced.add(new Unplaced("The mark has no footnote.", "[^" + name + "]"));
        }
        words.kept()
                .forEach((name, text) ->
                        unplaced.add(
                                new Unplaced(
                                        "The footnote was taken away, its mark was not; it stays.",
                                        "[^" + name + "]: " + text)));
        var known = new HashSet<Prose>();
        base.of(Kind.FOOTNOTE)
                .forEach(block -> known.add(Sameness.of(oldWords.prose(block.markdown()))));
        for (var footnote : edited.footnotes().entrySet()) {
            var text = footnote.getValue();
            if (!words.used().contains(footnote.getKey())
                    && !text.isBlank()
                    && !known.contains(Sameness.of(words.prose(text)))) {
                unplaced.add(
                        new Unplaced(
                                "The footnote has no mark.",
                                "[^" + footnote.getKey() + "]: " + text));
            }
        }
    }
}
