package gleaner.digest;

import gleaner.news.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where an item's sentence comes from: the editor's words, else the best sharer's, else the page's
/// title.
sealed interface Blurb {

    /// The editor's, every link in them kept.
    ///
    /// @param more paragraphs and pictures after the first paragraph
    record Edited(Prose words, List<Piece> more) implements Blurb {

        public Edited {
            more = List.copyOf(more);
        }
    }

    /// A sharer's, lead-ins and the like taken off; several links may have the same.
    record Shared(Source source, Prose words) implements Blurb {}

    /// Nobody said anything.
    record Titled() implements Blurb {}

    /// A sentence in a message; two links with the same one stand as one item.
    record Source(MessageId message, String sentence) {}

    /// Finds blurbs, reading every sentence once.
    ///
    /// A sharer's sentence counts if it has three words besides bare URLs that are not just the
    /// page's title; the earliest share with one is the best, those in the sharer's own words
    /// before those that quote.
    final class Finder {

        private static final int ENOUGH_WORDS = 3;

        private final Map<Source, Prose> read = new HashMap<>();
        private final EditorTexts texts;

        /// @param texts reads what editors wrote
        Finder(EditorTexts texts) {
            this.texts = texts;
        }

        Blurb of(Choice choice) {
            var blurb =
                    choice.link()
                            .curation()
                            .blurb()
                            .map(written -> texts.pieces(choice.id().value(), written))
                            .flatMap(Finder::edited);
            if (blurb.isPresent()) {
                return blurb.get();
            }
            return shared(choice, false).or(() -> shared(choice, true)).orElseGet(Titled::new);
        }

        private static Optional<Blurb> edited(List<Piece> pieces) {
            for (var piece : pieces) {
                if (piece instanceof Paragraph(var words)) {
                    var more = new ArrayList<>(pieces);
                    more.remove(piece);
                    return Optional.of(new Edited(words, more));
                }
            }
            return Optional.empty();
        }

        private Optional<Blurb> shared(Choice choice, boolean quoted) {
            for (var share : choice.open()) {
                if (share.quoted() == quoted && !share.sentence().isBlank()) {
                    var source = new Source(share.message(), share.sentence());
                    var words = read.computeIfAbsent(source, Finder::words);
                    if (saysSomething(words, choice)) {
                        return Optional.of(new Shared(source, words));
                    }
                }
            }
            return Optional.empty();
        }

        private static Prose words(Source source) {
            return Noise.without(ProseReader.read(source.sentence()));
        }

        private static boolean saysSomething(Prose prose, Choice choice) {
            var words = Target.wordsBesidesUrls(prose);
            if (words.size() < ENOUGH_WORDS) {
                return false;
            }
            return !choice.target().isTitled(words);
        }
    }

    /// The editor's sentence, or the first of the sharers', as a key; empty for a title.
    default Optional<Source> key() {
        return switch (this) {
            case Shared shared -> Optional.of(shared.source());
            case Edited _, Titled _ -> Optional.empty();
        };
    }

    /// The words that were written for the item; none for a title.
    default Prose ownWords() {
        return switch (this) {
            case Edited edited -> edited.words;
            case Shared shared -> shared.words;
            case Titled _ -> Prose.EMPTY;
        };
    }
}
