package gleaner.digest.drafting;

import gleaner.digest.prose.Characters;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.SafeUrl;
import gleaner.digest.prose.Words;
import gleaner.news.Link;
import gleaner.news.Share;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A link that a sentence is to carry.
///
/// @param written the ways in which sources wrote its URL, as [SafeUrl#bare] has them
/// @param title its page's, without its publisher's name at the end
/// @param titleWords the title's words, folded
/// @param titleKey the same in a row, joined: two titles with the same are the same
/// @param fullTitleKey likewise, of the title with its publisher's name
/// @param words which words an editor wants it on
record Target(
        String url,
        Set<String> written,
        Optional<String> title,
        Set<String> titleWords,
        String titleKey,
        String fullTitleKey,
        Optional<String> words) {

    private static final int LONGEST_TITLE = 200;
    private static final String[] SEPARATORS = {" | ", " – ", " — ", " - ", " · ", " • ", " :: "};

    /// @param url the one of its URLs that may be shown
    static Target of(Link link, String url) {
        var written = new LinkedHashSet<String>();
        written.add(SafeUrl.bare(link.url()));
        for (var share : link.shares()) {
            written.add(SafeUrl.bare(share.url()));
        }
        var full =
                link.page()
                        .title()
                        .map(title -> Characters.cut(Prose.plain(title).text(), LONGEST_TITLE));
        var title =
                full.map(whole -> withoutPublisher(whole, link)).filter(words -> !words.isBlank());
        var titleWords = title.map(Words::of).orElse(List.of());
        var key = Words.joined(titleWords);
        var fullKey = full.equals(title) ? key : full.map(Words::folded).orElse("");
        return new Target(
                url,
                written,
                title,
                titleWords.stream().map(Words.Word::folded).collect(Collectors.toSet()),
                key,
                fullKey,
                link.curation().linkWords().map(String::strip).filter(words -> !words.isEmpty()));
    }

    private static String withoutPublisher(String title, Link link) {
        for (var separator : SEPARATORS) {
            int at = title.lastIndexOf(separator);
            if (at > 0) {
                var tail = Words.fold(title.substring(at + separator.length()).strip());
                var isPublisher =
                        link.page()
                                .publisher()
                                .filter(name -> Words.fold(name).equals(tail))
                                .isPresent();
                if (isPublisher || SafeUrl.host(link.url()).equals(tail)) {
                    return title.substring(0, at).strip();
                }
            }
        }
        return title;
    }

    /// Whether that URL, as some sentence has it, is this link's.
    boolean isWrittenAs(String other) {
        return written.contains(SafeUrl.bare(other));
    }

    /// What stands for the URL where a sentence needs a name in its place: the title, if it is not
    /// too long, else the host.
    String name() {
        return title.filter(words -> words.length() <= 80).orElseGet(() -> SafeUrl.host(url));
    }

    /// The words of a link that has no others: the title, else what the sharer linked, else host
    /// and path.
    String title(List<Share> open) {
        return title.orElseGet(() ->
                open.stream()
                        .map(share ->
                                Characters.cut(Prose.plain(share.words()).text(), LONGEST_TITLE))
                        .filter(words -> !words.isBlank() && !isBare(words, url))
                        .findFirst()
                        .orElseGet(() -> Characters.clean(SafeUrl.shortened(url))));
    }

    /// Whether a link's words are only its URL, whole or cut short, or empty.
    static boolean isBare(String words, String url) {
        if (words.indexOf(' ') >= 0 || words.indexOf('.') < 0) {
            return false;
        }
        var shown = SafeUrl.bare(words.toLowerCase(Locale.ROOT));
        int end = shown.length();
        while (end > 0 && "….".indexOf(shown.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.contains("://") || SafeUrl.bare(url).startsWith(shown.substring(0, end));
    }

    /// The words of a sentence besides URLs that stand bare in it, folded, a space between two.
    static String wordsBesidesUrls(Prose prose) {
        var anchors = prose.anchors();
        if (anchors.isEmpty()) {
            return Words.folded(prose.text());
        }
        var text = new StringBuilder(prose.text());
        for (var anchor : anchors.reversed()) {
            if (isBare(prose.text().substring(anchor.from(), anchor.to()), anchor.url())) {
                text.replace(anchor.from(), anchor.to(), " ");
            }
        }
        return Words.folded(text.toString());
    }

    /// Whether these words, folded, are only the page's title.
    boolean isTitled(String said) {
        return title.isPresent() && (said.equals(titleKey) || said.equals(fullTitleKey));
    }
}
