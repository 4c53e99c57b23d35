package gleaner.command;

import gleaner.news.ItemPicture;
import gleaner.news.Link;
import gleaner.store.Revision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Gives items pictures. Every method plans, none does.
final class Picturing {

    private static final int LONGEST = 500;

    private final Curating curating;

    Picturing(Curating curating) {
        this.curating = curating;
    }

    Plan picture(Command.Picture command, List<Link> links, Asker asker) {
        var link = links.getFirst();
        var before = link.curation().picture();
        var after =
                switch (command.from()) {
                    case NOWHERE -> Optional.<ItemPicture>empty();
                    case URL -> Optional.of(picture(command.url(), command, before, ""));
                    case PAGE -> {
                        var image = link.page().image();
                        if (image.isEmpty()) {
                            yield refusal(
                                    "The page of `%1$s` names no picture; `picture %1$s URL \"what it shows\"` gives one."
                                            .formatted(link.id()));
                        }
                        yield Optional.of(
                                picture(
                                        image.get(),
                                        command,
                                        before,
                                        link.page().publisher().orElse("")));
                    }
                    case SAME -> {
                        if (before.isEmpty()) {
                            yield refusal(
                                    "`%1$s` has no picture yet: `picture %1$s URL \"what it shows\"`."
                                            .formatted(link.id()));
                        }
                        yield Optional.of(picture(before.get().url(), command, before, ""));
                    }
                };
        if (after.equals(before)) {
            return Plan.only(
                    Replies.done(
                            command.verb(),
                            List.of(link.id()),
                            "The picture of %s is as it was."
                                    .formatted(curating.names(links, asker))));
        }
        var revision =
                new Revision(link, Curating.edited(link.curation().withPicture(after), asker));
        var sentence =
                after.isEmpty()
                        ? "Took the picture of %s away.".formatted(curating.names(links, asker))
                        : "%s has a picture.%s"
                                .formatted(
                                        curating.names(links, asker),
                                        after.get().alt().isEmpty()
                                                ? " Say what it shows, for who cannot see it: `picture %s \"…\"`."
                                                        .formatted(link.id())
                                                : "");
        return Plan.of(
                List.of(revision), Replies.done(command.verb(), List.of(link.id()), sentence));
    }

    /// What is not said stays as it was for the same picture.
    private static ItemPicture picture(
            String url, Command.Picture command, Optional<ItemPicture> before, String publisher) {
        if (!url.toLowerCase(Locale.ROOT).startsWith("https://")) {
            throw gleaner.news.GleanerException.failed(
                    "A picture's URL begins with https://, and %s does not."
                            .formatted(Markdown.code(gleaner.news.Excerpt.of(url))));
        }
        var same = before.filter(picture -> picture.url().equals(url));
        return new ItemPicture(
                url,
                Markdown.plainLine(
                        command.alt().or(() -> same.map(ItemPicture::alt)).orElse(""), LONGEST),
                Markdown.plainLine(
                        command.credit().or(() -> same.map(ItemPicture::credit)).orElse(publisher),
                        LONGEST));
    }

    private static Optional<ItemPicture> refusal(String sentence) {
        throw gleaner.news.GleanerException.failed(sentence);
    }
}
