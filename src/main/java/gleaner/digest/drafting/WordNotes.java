package gleaner.digest.drafting;

import gleaner.digest.Draft.Part;
import gleaner.digest.Item;
import gleaner.digest.Listing;
import gleaner.digest.Note;
import gleaner.digest.Note.Kind;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.news.Chat;
import gleaner.news.Excerpt;
import gleaner.news.Interview;
import gleaner.news.Link;
import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is wrong with the words that editors wrote: links woven into them, footnotes, pictures, the
/// interview. It never changes the words.
final class WordNotes {

    private final List<Note> notes = new ArrayList<>();

    private WordNotes() {}

    static List<Note> of(
            EditorWords words,
            EditorTexts texts,
            Weave weave,
            List<Piece> intro,
            List<Part> parts,
            List<Piece> signOff) {
        var word = new WordNotes();
        if (!weave.isEmpty()) {
            word.woven(weave, texts);
        }
        texts.problems().forEach(word::problems);
        word.pictures(intro, Scope.INTRO);
        parts.forEach(part -> part.pieces().forEach(word::pictures));
        word.pictures(signOff, Scope.CLOSING);
        words.chat().ifPresent(chat -> word.chat(chat, words.isChatChanged()));
        return word.notes;
    }

    private void woven(Weave weave, EditorTexts texts) {
        weave.scopes().entrySet().stream()
                .sorted(
                        java.util.Map.Entry.comparingByKey(
                                java.util.Comparator.comparing(LinkId::value)))
                .forEach(entry ->
                        texts.link(entry.getKey())
                                .ifPresent(link -> woven(link, entry.getValue())));
        for (var twice : weave.twice()) {
            note(
                    Kind.TWICE,
                    List.of(twice.link()),
                    "`%s` %s and in %s."
                            .formatted(
                                    twice.link(),
                                    twice.one().equals(twice.link().value())
                                            ? "stands in a paragraph of its own"
                                            : "stands in " + Scope.told(twice.one()),
                                    Scope.told(twice.other())));
        }
    }

    private void woven(Link link, String scope) {
        gone(link)
                .ifPresent(what ->
                        note(
                                Kind.WOVEN,
                                List.of(link.id()),
                                "`%s` %s, but is woven into %s: %s writes them without it, `restore %s` makes it new."
                                        .formatted(
                                                link.id(),
                                                what,
                                                Scope.told(scope),
                                                Scope.command(scope),
                                                link.id())));
        if (link.curation().blurb().filter(blurb -> !blurb.isBlank()).isPresent()) {
            note(
                    Kind.WOVEN,
                    List.of(link.id()),
                    "The blurb of `%1$s` does not stand in the issue, as `%1$s` is woven into %2$s: `blurb %1$s clear` if it is not needed."
                            .formatted(link.id(), Scope.told(scope)));
        }
    }

    private static Optional<String> gone(Link link) {
        return switch (link.curation().state()) {
            case SKIPPED -> Optional.of("was skipped");
            case HELD -> Optional.of("is held for a later issue");
            case NEW, PICKED, LEAD ->
                    link.isWithdrawn()
                            ? Optional.of("was deleted or withdrawn")
                            : link.ran()
                                    .filter(_ -> !link.curation().isTaken())
                                    .map(issue -> "ran in issue " + issue);
        };
    }

    private void problems(String scope, EditorTexts.Problems problems) {
        for (var id : problems.unknown()) {
            note(
                    Kind.WOVEN,
                    List.of(),
                    "`%s` in %s is no link, so its words lead nowhere: %s."
                            .formatted(id, Scope.told(scope), Scope.command(scope)));
        }
        for (var name : problems.missing()) {
            note(
                    Kind.FOOTNOTE,
                    List.of(),
                    "The mark %s in %s has no footnote: write it there on a line of its own, or as `^[…]` in place of the mark."
                            .formatted(code(name), Scope.told(scope)));
        }
        for (var name : problems.unused()) {
            note(
                    Kind.FOOTNOTE,
                    List.of(),
                    "The footnote %s in %s has no mark and is left out: put %s where it belongs."
                            .formatted(code(name), Scope.told(scope), code(name)));
        }
        for (var ignored : problems.refused()) {
            note(
                    Kind.PICTURE,
                    List.of(),
                    "A picture in %s is left out, as its URL does not begin with `https://`: %s."
                            .formatted(Scope.told(scope), Scope.command(scope)));
        }
    }

    private static String code(String name) {
        return "`[^" + Excerpt.of(name.replace("`", "")) + "]`";
    }

    private void pictures(Piece piece) {
        switch (piece) {
            case Item item -> pictures(item.more(), item.links().getFirst().value());
            case Talk talk ->
                    pictures(
                            Stream.concat(
                                            talk.intro().stream(),
                                            talk.turns().stream()
                                                    .flatMap(turn -> turn.words().stream()))
                                    .toList(),
                            Scope.CHAT_INTRO);
            case Listing _, Paragraph _, Picture _ -> {}
        }
    }

    private void pictures(List<Piece> pieces, String scope) {
        for (var piece : pieces) {
            if (piece instanceof Picture picture && picture.alt().isBlank()) {
                var id = LinkId.parse(scope);
                note(
                        Kind.PICTURE,
                        id.stream().toList(),
                        id.map(
                                        "The picture of `%1$s` has no words for who cannot see it: `picture %1$s \"what it shows\"`."
                                                ::formatted)
                                .orElseGet(() ->
                                        "A picture in %s has no words for who cannot see it: `![what it shows](…)`."
                                                .formatted(Scope.told(scope))));
            }
        }
    }

    private void chat(Chat chat, boolean isChanged) {
        if (chat.intro().filter(intro -> !intro.isBlank()).isEmpty()) {
            note(
                    Kind.INTERVIEW,
                    List.of(),
                    "The interview has no introduction: `interview intro …`.");
        }
        if (!chat.turns().isEmpty() && chat.turns().getLast().kind() == Interview.Kind.QUESTION) {
            note(
                    Kind.INTERVIEW,
                    List.of(),
                    "The last question of the interview has no answer: `interview cut %d`, or `interview + A: …`."
                            .formatted(chat.turns().size()));
        }
        if (isChanged) {
            note(
                    Kind.INTERVIEW,
                    List.of(),
                    "The thread of the interview was edited, deleted or closed to the public since it was taken: compare, then `interview turn N …` or `interview cut N`.");
        }
    }

    private void note(Kind kind, List<LinkId> links, String markdown) {
        notes.add(new Note(kind, links, markdown));
    }
}
