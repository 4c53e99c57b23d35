package gleaner.command;

import gleaner.command.Curating.Told;
import gleaner.news.Byline;
import gleaner.news.Link;
import gleaner.news.Share;
import java.util.List;
import java.util.Optional;

/// What editors write about a link: its sentence, its byline, a note. Every method plans, none
/// does.
final class Phrasing {

    private final Curating curating;

    Phrasing(Curating curating) {
        this.curating = curating;
    }

    Plan note(Command.Note note, List<Link> links, Asker asker) {
        return curating.change(
                note,
                links,
                asker,
                c -> c.withNote(note.words()),
                told("the note of", note.words()));
    }

    Plan attribute(Command.Attribute attribute, List<Link> links, Asker asker) {
        return curating.change(
                attribute,
                links,
                asker,
                c -> c.withByline(attribute.byline()),
                attribute
                        .byline()
                        .map(byline ->
                                new Told(
                                        "Wrote the byline of",
                                        byline.equals(Byline.NONE)
                                                ? ": it has none"
                                                : ": (%s)"
                                                        .formatted(
                                                                Markdown.line(
                                                                        byline.toString(), 200)),
                                        "as it was"))
                        .orElseGet(() -> told("the byline of", attribute.byline())));
    }

    private static Told told(String what, Optional<?> value) {
        return value.isPresent()
                ? new Told("Wrote " + what, "", "as it was")
                : new Told("Cleared " + what, "", "as it was");
    }

    /// Writes the sentence; link words that are not in it are dropped.
    Plan blurb(Command.Blurb blurb, List<Link> links, Asker asker) {
        var lost =
                blurb.words().isPresent()
                        && links.getFirst()
                                .curation()
                                .linkWords()
                                .filter(words -> !holds(blurb.words().get(), words))
                                .isPresent();
        var what = told("the blurb of", blurb.words());
        return curating.change(
                blurb,
                links,
                asker,
                c ->
                        lost
                                ? c.withBlurb(blurb.words()).withLinkWords(Optional.empty())
                                : c.withBlurb(blurb.words()),
                lost
                        ? new Told(
                                what.did(),
                                "; the link's words are not in it and were dropped",
                                what.already())
                        : what);
    }

    /// Says which words carry the link, if the sentence has them.
    Plan linkWords(Command.LinkWords command, List<Link> links, Asker asker) {
        var link = links.getFirst();
        if (command.words().isPresent()) {
            var words = command.words().get();
            var blurb = link.curation().blurb();
            var sentences =
                    blurb.map(List::of)
                            .orElseGet(() ->
                                    link.liveShares().stream()
                                            .filter(Share::isPublic)
                                            .map(Share::sentence)
                                            .filter(sentence -> !sentence.isBlank())
                                            .toList());
            if (sentences.stream().noneMatch(sentence -> holds(sentence, words))) {
                return Plan.only(
                        Replies.refused(
                                sentences.isEmpty()
                                        ? "`%s` has no sentence of its own; `blurb %s …` writes one."
                                                .formatted(link.id(), link.id())
                                        : "The words '%s' do not occur in the %s of `%s`: %s"
                                                .formatted(
                                                        Markdown.line(words, 60),
                                                        blurb.isPresent() ? "blurb" : "sentence",
                                                        link.id(),
                                                        Markdown.line(sentences.getFirst(), 200))));
            }
        }
        return curating.change(
                command,
                links,
                asker,
                c -> c.withLinkWords(command.words()),
                told("the link's words of", command.words()));
    }

    /// Whether the words stand in the Markdown, as they are or in the words of a link of it.
    private static boolean holds(String markdown, String words) {
        return !words.isBlank()
                && (markdown.contains(words) || Markdown.withoutMarkup(markdown).contains(words));
    }
}
