package gleaner.mastodon;

import gleaner.markdown.Plain;
import gleaner.mastodon.MastodonApi.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// The words of a status as Markdown: its content warning, what its author wrote, and what it
/// quotes.
///
/// The mentions with which it begins are its address, not its words, and left out.
///
/// @param warning the content warning, as Markdown
/// @param own what its author wrote, as Markdown
/// @param quoted what it quotes, as a block quote; never something that fewer can read than the
///   status itself
/// @param addressees the addresses of the accounts with whose mention it begins
/// @param hasLinks whether its author's own words hold a link
record StatusWords(
        String warning, String own, String quoted, List<String> addressees, boolean hasLinks) {

    /// What lies beyond so many characters of HTML is not read.
    private static final int LONGEST = 500_000;

    /// @param isSelf whether that address is Gleaner's own, whose mention is left out at the end
    ///   too
    static StatusWords of(Status status, Predicate<String> isSelf) {
        var anchors = new Anchors(status);
        var content = status.content();
        var body =
                Jsoup.parseBodyFragment(
                                content.length() > LONGEST
                                        ? content.substring(0, LONGEST)
                                        : content)
                        .body();
        var addressees = withoutMentions(body, anchors, isSelf);
        var html = new HtmlMarkdown(anchors);
        var own = html.of(body);
        var warning = Plain.markdown(status.warning());
        var hasLinks = html.hasLinks() || status.warning().contains("://");
        return new StatusWords(warning, tidy(own), quoted(status), addressees, hasLinks);
    }

    /// All of it.
    String markdown() {
        return join(List.of(warning, own, quoted));
    }

    static String join(List<String> parts) {
        return String.join("\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    static String quote(String markdown) {
        return markdown.isBlank() ? "" : "> " + markdown.replace("\n", "\n> ");
    }

    private static String quoted(Status status) {
        return status.quote()
                .filter(quote -> quote.reach().isOpen() || !status.reach().isOpen())
                .map(quote -> quote(StatusWords.of(quote, _ -> false).own()))
                .orElse("");
    }

    /// Without the comma or colon after the mention.
    private static String tidy(String own) {
        var start = 0;
        while (start < own.length()
                && (own.charAt(start) == ','
                        || own.charAt(start) == ':'
                        || own.charAt(start) <= ' ')) {
            start++;
        }
        return own.substring(start);
    }

    /// Takes the mentions at the beginning out, and Gleaner's at the end.
    ///
    /// @return the addresses of those at the beginning
    private static List<String> withoutMentions(
            Element body, Anchors anchors, Predicate<String> isSelf) {
        var leaves = new ArrayList<Node>();
        body.filter(
                (NodeFilter)
                        (node, _) -> {
                            if (node instanceof TextNode text) {
                                if (!text.isBlank()) {
                                    leaves.add(text);
                                }
                                return NodeFilter.FilterResult.CONTINUE;
                            }
                            if (node instanceof Element element
                                    && element.normalName().equals("a")) {
                                leaves.add(element);
                                return NodeFilter.FilterResult.SKIP_CHILDREN;
                            }
                            if (node instanceof Element element
                                    && element.normalName().equals("img")) {
                                leaves.add(element);
                            }
                            return NodeFilter.FilterResult.CONTINUE;
                        });
        var addressees = new ArrayList<String>();
        for (var leaf : leaves) {
            if (!(leaf instanceof Element anchor && anchors.isPerson(anchor))) {
                break;
            }
            addressees.add(anchor.attr("href").strip());
        }
        leaves.subList(0, addressees.size()).forEach(Node::remove);
        for (var leaf : leaves.subList(addressees.size(), leaves.size()).reversed()) {
            if (!(leaf instanceof Element anchor
                    && anchors.isPerson(anchor)
                    && isSelf.test(anchor.attr("href").strip()))) {
                break;
            }
            leaf.remove();
        }
        return List.copyOf(addressees);
    }
}
