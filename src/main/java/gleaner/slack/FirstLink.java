package gleaner.slack;

import java.util.ArrayDeque;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The first link of a message, to fill in a form that opens at once: nothing is asked for it.
final class FirstLink {

    private static final int MOST = 5_000;

    private FirstLink() {}

    static Optional<String> of(JsonNode message) {
        var links = new ArrayDeque<JsonNode>();
        links.push(message.path("blocks"));
        for (int i = 0; i < MOST && !links.isEmpty(); i++) {
            var node = links.pop();
            var url = node.path("url").asString("");
            if (node.path("type").asString("").equals("link") && isWeb(url)) {
                return Optional.of(url);
            }
            var inner = new ArrayDeque<JsonNode>();
            node.forEach(child -> {
                if (child.isContainer()) {
                    inner.push(child);
                }
            });
            inner.forEach(links::push);
        }
        var text = message.path("text").asString("");
        for (var at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            var end = MrkdwnLine.tokenEnd(text, at);
            if (end > 0) {
                var token = text.substring(at + 1, end);
                var url =
                        Mrkdwn.unescaped(
                                token.indexOf('|') < 0
                                        ? token
                                        : token.substring(0, token.indexOf('|')));
                if (isWeb(url)) {
                    return Optional.of(url);
                }
            }
        }
        for (var attachment : message.path("attachments")) {
            var url =
                    attachment
                            .path("original_url")
                            .asString(attachment.path("from_url").asString(""));
            if (isWeb(url)) {
                return Optional.of(url);
            }
        }
        return Optional.empty();
    }

    private static boolean isWeb(String url) {
        return (url.startsWith("https://") || url.startsWith("http://"))
                && !SlackUrls.isWithin(url);
    }
}
