package gleaner.command;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.Sections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads where links are to stand: in which section, before or after which others.
///
/// Every method throws [GleanerException] (USAGE) with the sentence that says what is wrong.
final class PlaceParser {

    private final Supplier<Sections> sections;

    PlaceParser(Supplier<Sections> sections) {
        this.sections = sections;
    }

    Command section(List<Words.Word> all, int at) {
        var links = SentenceParser.links(Verb.SECTION, all, at);
        var from =
                SentenceParser.skip(
                        all, links.next(), Set.of("to", "in", "into", "as", "under", "section"));
        var name = Arguments.joined(all, from, all.size());
        if (name.isEmpty()) {
            throw GleanerException.usage("`section` needs a section after the links.");
        }
        return SentenceParser.NOTHING.contains(name.toLowerCase(Locale.ROOT))
                ? new Command.PutIn(links.refs(), Optional.empty())
                : new Command.PutIn(
                        links.refs(), Optional.of(Arguments.section(sections.get(), name)));
    }

    Command pick(List<Words.Word> all, int at) {
        var links = SentenceParser.links(Verb.PICK, all, at);
        var from =
                SentenceParser.skip(
                        all, links.next(), Set.of("in", "into", "for", "to", "under", "section"));
        if (from == links.next() && from < all.size()) {
            throw SentenceParser.notLink(Verb.PICK, all.get(from));
        }
        var name = Arguments.joined(all, from, all.size());
        return new Command.Pick(
                links.refs(),
                name.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Arguments.section(sections.get(), name)));
    }

    Command move(List<Words.Word> all, int at) {
        var links = SentenceParser.links(Verb.MOVE, all, at);
        var next = links.next();
        var word = next < all.size() ? all.get(next).plain().toLowerCase(Locale.ROOT) : "";
        switch (word) {
            case "before", "above", "after", "below", "behind" -> {
                var target =
                        Arguments.link(all, next + 1)
                                .filter(_ -> next + 2 == all.size())
                                .orElseThrow(() ->
                                        GleanerException.usage(
                                                "After `%s` comes one link.".formatted(word)));
                var before = word.equals("before") || word.equals("above");
                return new Command.Move(
                        links.refs(), before ? new Place.Before(target) : new Place.After(target));
            }
            default -> noSlip(word, next + 1 < all.size());
        }
        var from =
                SentenceParser.skip(
                        all,
                        next,
                        Set.of(
                                "to",
                                "the",
                                "into",
                                "in",
                                "at",
                                "section",
                                "position",
                                "place",
                                "number"));
        var place = Arguments.joined(all, from, all.size()).toLowerCase(Locale.ROOT);
        var number = Arguments.number(place, 1_000_000);
        return switch (place) {
            case "" -> throw GleanerException.usage("`move` needs links and where they are to go.");
            case "top", "first", "front", "start" ->
                    new Command.Move(links.refs(), new Place.Top());
            case "bottom", "last", "end" -> new Command.Move(links.refs(), new Place.Bottom());
            default ->
                    number.isPresent()
                            ? new Command.Move(links.refs(), new Place.At(number.get()))
                            : new Command.PutIn(
                                    links.refs(),
                                    Optional.of(Arguments.section(sections.get(), place)));
        };
    }

    /// @param isFollowed whether more comes behind it, as behind `before`
    private static void noSlip(String word, boolean isFollowed) {
        for (var meant : isFollowed ? List.of("before", "after") : List.<String>of()) {
            if (!word.isEmpty() && Slips.between(Excerpt.of(word), meant) <= 2) {
                throw GleanerException.usage(
                        "There is no place %s; did you mean `%s`?"
                                .formatted(Markdown.code(Excerpt.of(word)), meant));
            }
        }
    }
}
