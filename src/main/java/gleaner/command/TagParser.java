package gleaner.command;

import gleaner.news.GleanerException;
import gleaner.news.Tag;
import java.util.ArrayList;
import java.util.List;

/// Reads what stands after the names of the commands about tags.
///
/// Every method throws [GleanerException] (USAGE) with the sentence that says what is wrong.
final class TagParser {

    private TagParser() {}

    static List<Tag> tags(Verb verb, List<Words.Word> all, int at) {
        var links = Arguments.links(all, at);
        var tags = Arguments.tags(all, links.next());
        if (tags.isEmpty()) {
            // Of several words that could be ids the last is likely a tag without its #.
            var ids =
                    links.refs().stream()
                            .map(ref -> ref instanceof LinkRef.ById(var id) ? id.value() : "LINK")
                            .toList();
            var isTag = ids.size() > 1 && !ids.getLast().equals("LINK");
            throw GleanerException.usage(
                    "`%s` needs links, then tags with their `#`: `%s %s #%s`."
                            .formatted(
                                    verb.word(),
                                    verb.word(),
                                    ids.getFirst(),
                                    isTag ? ids.getLast() : "security"));
        }
        return tags;
    }

    static Command list(List<Words.Word> all, int at) {
        var words = new ArrayList<String>();
        Arguments.tags(all, at).forEach(tag -> words.add(tag.folded()));
        return new Command.Tags(List.copyOf(words));
    }

    static Command rename(List<Words.Word> all, int at) {
        var tags = Arguments.tags(all, at);
        if (tags.size() != 2) {
            throw GleanerException.usage(
                    "`tags rename` needs two different tags, the old one and the new one.");
        }
        return new Command.RenameTag(tags.getFirst(), tags.getLast());
    }

    static Command merge(List<Words.Word> all, int at) {
        var into = at;
        while (into < all.size() && !all.get(into).plain().equalsIgnoreCase("into")) {
            into++;
        }
        var from = Arguments.tags(all.subList(0, into), at);
        var to = Arguments.tags(all, into + 1);
        if (from.isEmpty() || to.size() != 1 || from.contains(to.getFirst())) {
            throw GleanerException.usage("`tags merge` needs tags, then `into` and another tag.");
        }
        return new Command.MergeTags(from, to.getFirst());
    }
}
