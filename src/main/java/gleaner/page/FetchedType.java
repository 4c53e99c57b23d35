package gleaner.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What bytes are, by their first kilobyte. The rules are those of the WHATWG's MIME Sniffing
/// standard, sections 5 and 7, as far as they matter to a reader of pages.
@SuppressWarnings("ImmutableEnumChecker") // its lists are copies, which never change
public enum FetchedType {
    HTML("text/html", List.of("text/html", "application/xhtml+xml")),
    PDF("application/pdf", List.of("application/pdf", "application/x-pdf")),
    /// Words that are no HTML: plain text, JSON, a feed.
    TEXT("text/plain", List.of("text/", "application/json", "application/xml", "+json", "+xml")),
    /// Pictures, archives, programs: only the beginning is read.
    OTHER("application/octet-stream", List.of());

    /// So many bytes are looked at.
    static final int LOOK = 1024;

    private static final List<String> MARKUP =
            List.of(
                    "<!doctype html",
                    "<html",
                    "<head",
                    "<script",
                    "<iframe",
                    "<h1",
                    "<div",
                    "<font",
                    "<table",
                    "<a",
                    "<style",
                    "<title",
                    "<b",
                    "<body",
                    "<br",
                    "<p",
                    "<!--",
                    "<meta",
                    "<link");

    private final String mediaType;
    private final List<String> names;

    FetchedType(String mediaType, List<String> names) {
        this.mediaType = mediaType;
        this.names = List.copyOf(names);
    }

    String mediaType() {
        return mediaType;
    }

    /// Whether a Content-Type header says the same.
    boolean isNamedBy(String header) {
        var lower = header.toLowerCase(Locale.ROOT).strip();
        var end = lower.indexOf(';');
        var name = (end < 0 ? lower : lower.substring(0, end)).strip();
        if (name.indexOf('/') <= 0) {
            return false;
        }
        return switch (this) {
            case HTML, PDF -> names.contains(name);
            case TEXT -> isListed(name) && !HTML.names.contains(name);
            case OTHER -> !HTML.names.contains(name) && !PDF.names.contains(name) && !TEXT.isListed(name);
        };
    }

    private boolean isListed(String name) {
        return names.stream().anyMatch(part -> part.startsWith("+") ? name.endsWith(part) : name.startsWith(part));
    }

    /// @param header the Content-Type as sent; decides only where the bytes do not
    static FetchedType of(byte[] bytes, int length, String header) {
        var end = Math.min(length, LOOK);
        var text = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        if (text.startsWith("%PDF-")) {
            return PDF;
        }
        if (isWide(text)) {
            return text.replace("\0", "").toLowerCase(Locale.ROOT).contains("<html")
                            || HTML.isNamedBy(header)
                    ? HTML
                    : TEXT;
        }
        if (isBinary(text)) {
            return OTHER;
        }
        var start = text.startsWith("ï»¿") ? text.substring(3) : text;
        var lower = start.stripLeading().toLowerCase(Locale.ROOT);
        var xml = lower.startsWith("<?xml");
        if (MARKUP.stream().anyMatch(lower::startsWith) || (xml && lower.contains("<html"))) {
            return HTML;
        }
        return HTML.isNamedBy(header) && !xml ? HTML : TEXT;
    }

    /// Whether it begins with UTF-16's mark.
    private static boolean isWide(String text) {
        return text.startsWith("þÿ") || text.startsWith("ÿþ");
    }

    /// Whether it holds a byte that no text holds; escape sequences of ISO-2022 are text.
    private static boolean isBinary(String text) {
        return text.chars()
                .anyMatch(c -> c < 0x09 || c == 0x0b || (c > 0x0d && c < 0x20 && c != 0x1b));
    }
}
