package gleaner.digest.takeback;

import gleaner.digest.Paragraph;
import gleaner.digest.Piece;
import gleaner.digest.prose.MarkdownWriter;
import gleaner.digest.takeback.DraftChanges.ChatEdit;
import gleaner.digest.takeback.DraftChanges.Unplaced;
import gleaner.digest.takeback.DraftOutline.Block;
import gleaner.digest.takeback.DraftOutline.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is other about the issue's own words: the title, the opening words, the last ones, the
/// interview.
final class OwnWords {

    private static final double ALIKE = 0.5;

    private final DraftOutline base;
    private final EditedWords oldWords;
    private final EditedWords words;
    private final Function<List<Piece>, String> written;
    private final List<Unplaced> unplaced;

    /// @param written pieces as an editor's Markdown
    /// @param unplaced is given what has no place
    OwnWords(
            DraftOutline base,
            EditedWords oldWords,
            EditedWords words,
            Function<List<Piece>, String> written,
            List<Unplaced> unplaced) {
        this.base = base;
        this.oldWords = oldWords;
        this.words = words;
        this.written = written;
        this.unplaced = unplaced;
    }

    /// Whether the text has a title, where the draft has one.
    boolean hasTitle(Optional<String> title) {
        return base.of(Kind.TITLE).isEmpty()
                || title.filter(text -> !text.isBlank()).isPresent();
    }

    /// The title, if it is another one.
    Optional<String> title(Optional<String> title) {
        var before = base.of(Kind.TITLE).stream().map(Block::markdown).findFirst();
        if (!hasTitle(title)) {
            unplaced.add(new Unplaced("The title was taken away; it stays.", before.orElse("")));
            return Optional.empty();
        }
        var text = title.orElse("");
        var isClosed = text.endsWith(" #") && before.filter(was -> was.endsWith("#")).isEmpty();
        var after = words.prose(isClosed ? text.substring(0, text.length() - 2) : text);
        return before.filter(was -> Sameness.of(oldWords.prose(was)).equals(Sameness.of(after)))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(MarkdownWriter.inline(after));
    }

    private List<Piece> before(Kind kind) {
        return base.of(kind).stream().map(block -> oldWords.own(block.markdown())).toList();
    }

    /// The words, if they are others.
    Optional<String> changed(Kind kind, List<Piece> after) {
        var placeholder = Sameness.of(before(Kind.PLACEHOLDER));
        var left =
                after.stream().filter(piece -> !placeholder.contains(Sameness.of(piece))).toList();
        return Sameness.of(left).equals(Sameness.of(before(kind)))
                ? Optional.empty()
                : Optional.of(written.apply(left));
    }

    /// The last words without what ends every issue, if they are others.
    Optional<String> closing(List<Piece> closing) {
        var ending = before(Kind.ENDING);
        var left = new ArrayList<>(closing);
        for (var end : ending.reversed()) {
            var same =
                    left.reversed().stream()
                            .filter(piece -> Sameness.of(piece).equals(Sameness.of(end)))
                            .findFirst();
            if (same.isPresent()) {
                left.remove(left.lastIndexOf(same.get()));
                continue;
            }
            var why = "What ends every issue is written in config/gleaner.yaml: `digest.closing`.";
            var like =
                    left.stream()
                            .filter(piece ->
                                    !before(Kind.CLOSING).contains(piece) && isAlike(piece, end))
                            .findFirst();
            like.ifPresent(left::remove);
            unplaced.add(new Unplaced(why, like.map(Comparison::markdown).orElse("(taken away)")));
        }
        return changed(Kind.CLOSING, left);
    }

    private static boolean isAlike(Piece piece, Piece other) {
        return piece instanceof Paragraph(var one)
                && other instanceof Paragraph(var two)
                && Sameness.likeness(one.text(), two.text()) >= ALIKE;
    }

    /// What is other about the interview.
    Optional<ChatEdit> chat(Sorted sorted) {
        if (base.of(Kind.CHAT).isEmpty() && !sorted.hasChat) {
            return Optional.empty();
        }
        var talk = new EditedChat(base, oldWords, written);
        if (!sorted.hasChat || (sorted.chat.isEmpty() && !talk.before().isEmpty())) {
            return Optional.of(
                    new ChatEdit(false, true, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return talk.edit(sorted.chatTitle, sorted.chat);
    }
}
