package gleaner.page;

import gleaner.news.Page;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;

/// What is no page, by its file's name: "talk-slides.pptx" is its title.
final class FileNames {

    private static final Set<String> PAGES =
            Set.of(
                    "",
                    "text/html",
                    "application/xhtml+xml",
                    "application/xml",
                    "text/xml",
                    "application/octet-stream");

    private FileNames() {}

    /// Whether the bytes are something else than words in HTML.
    static boolean isFile(byte[] body, String type) {
        if (!PAGES.contains(type)) {
            return true;
        }
        return !type.contains("html") && isBinary(body);
    }

    /// Zero bytes near the beginning are no text, but for texts in two bytes a letter.
    private static boolean isBinary(byte[] body) {
        if (body.length >= 2
                && (body[0] & 0xFF) + (body[1] & 0xFF) == 0xFE + 0xFF
                && Math.max(body[0] & 0xFF, body[1] & 0xFF) == 0xFF) {
            return false;
        }
        for (int i = 0; i < Math.min(body.length, 1024); i++) {
            if (body[i] == 0) {
                return true;
            }
        }
        return false;
    }

    static Page page(Web web) {
        var segments = web.segments();
        var title =
                segments.isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of(Plain.of(segments.getLast(), 300))
                                .filter(name -> !name.isEmpty());
        var publisher = Optional.of(web.domain()).filter(domain -> !domain.isEmpty());
        var sources = new HashMap<String, String>();
        title.ifPresent(words -> sources.put("title", "file name"));
        publisher.ifPresent(name -> sources.put("publisher", "host"));
        return Page.UNREAD.withTitle(title).withPublisher(publisher).withSources(sources);
    }
}
