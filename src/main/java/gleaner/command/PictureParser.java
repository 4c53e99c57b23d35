package gleaner.command;

import gleaner.news.GleanerException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what stands after `picture` and a link. Without quotes the credit is what stands in
/// brackets at the end.
final class PictureParser {

    private PictureParser() {}

    /// @param at the link
    /// @throws GleanerException (USAGE) with the sentence that says what is wrong
    static Command picture(List<LinkRef> link, Words words, int at) {
        var all = words.all();
        var first = all.get(at + 1);
        var word = first.plain().toLowerCase(Locale.ROOT);
        if (SentenceParser.NOTHING.contains(word) && !first.quoted()) {
            return new Command.Picture(
                    link, Command.PictureFrom.NOWHERE, "", Optional.empty(), Optional.empty());
        }
        var isUrl = Markdown.isWeb(first.plain());
        var isPage = word.equals("page") && !first.quoted();
        var from =
                isUrl
                        ? Command.PictureFrom.URL
                        : isPage ? Command.PictureFrom.PAGE : Command.PictureFrom.SAME;
        var rest = isUrl || isPage ? at + 2 : at + 1;
        var said = all.subList(rest, all.size());
        if (!said.isEmpty() && !said.getFirst().quoted()) {
            if (from == Command.PictureFrom.SAME) {
                throw wrong();
            }
            var text = words.from(rest);
            var bracket = text.endsWith(")") ? text.lastIndexOf('(') : -1;
            return new Command.Picture(
                    link,
                    from,
                    isUrl ? first.plain() : "",
                    Optional.of(bracket < 0 ? text : text.substring(0, bracket).strip()),
                    bracket < 0
                            ? Optional.empty()
                            : Optional.of(text.substring(bracket + 1, text.length() - 1).strip()));
        }
        if (said.size() > 2 || !said.stream().allMatch(Words.Word::quoted)) {
            throw wrong();
        }
        return new Command.Picture(
                link,
                from,
                isUrl ? first.plain() : "",
                said.stream().findFirst().map(Words.Word::plain),
                said.stream().skip(1).findFirst().map(Words.Word::plain));
    }

    private static GleanerException wrong() {
        return GleanerException.usage(
                "After the link comes the picture's URL, `page` or `none`, then \"what it shows\" and \"whose it is\".");
    }
}
