package gleaner.digest.drafting;

import gleaner.digest.Paragraph;
import gleaner.digest.Piece;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.ProseReader;
import gleaner.digest.prose.Words;
import gleaner.news.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Where an item's sentence comes from: the editor's words, else the best sharer's, else the page's
/// title.
sealed interface Blurb {

    /// The editor's, every link in them kept.
    ///
    /// @param more paragraphs and pictures after the first paragraph
    /// @param told the first one's words besides bare URLs, folded, a space between two
    record Edited(Prose words, List<Piece> more, String told) implements Blurb {

        public Edited {
            more = List.copyOf(more);
        }
    }

    /// A sharer's, lead-ins and the like taken off; several links may have the same.
    ///
    /// @param told their words besides bare URLs, folded, a space between two
    record Shared(Source source, Prose words, String told) implements Blurb {}

    /// Nobody said anything.
    record Titled() implements Blurb {}

    /// A sentence in a message; two links with the same one stand as one item.
    record Source(MessageId message, String sentence) {}

    /// Finds blurbs, reading every sentence once; may be used by several threads.
    ///
    /// A sharer's sentence counts if it has three words besides bare URLs that are not just the
    /// page's title; the earliest share with one is the best, those in the sharer's own words
    /// before those that quote.
    final class Finder {

        private static final int ENOUGH_WORDS = 3;

        private record Said(Prose prose, String told) {}

        private final Map<Source, Said> read = new ConcurrentHashMap<>();
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
                    return Optional.of(new Edited(words, more, Target.wordsBesidesUrls(words)));
                }
            }
            return Optional.empty();
        }

        private Optional<Blurb> shared(Choice choice, boolean quoted) {
            for (var share : choice.open()) {
                if (share.quoted() == quoted && !share.sentence().isBlank()) {
                    var source = new Source(share.message(), share.sentence());
                    var said = read.computeIfAbsent(source, Finder::read);
                    if (saysSomething(said.told(), choice)) {
                        return Optional.of(new Shared(source, said.prose(), said.told()));
                    }
                }
            }
            return Optional.empty();
        }

        private static Said read(Source source) {
            var prose = Noise.without(ProseReader.read(source.sentence()));
            return new Said(prose, Target.wordsBesidesUrls(prose));
        }

        private static boolean saysSomething(String told, Choice choice) {
            return Words.count(told) >= ENOUGH_WORDS && !choice.target().isTitled(told);
        }
    }

    /// The editor's sentence, or the first of the sharers', as a key; empty for a title.
    default Optional<Source> key() {
        return switch (this) {
            case Shared shared -> Optional.of(shared.source());
            case Edited _, Titled _ -> Optional.empty();
        };
    }

    /// The words that were written for the item, bare URLs aside, folded, a space between two; none
    /// for a title.
    default String told() {
        return "";
    }
}
