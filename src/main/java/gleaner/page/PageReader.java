package gleaner.page;

import gleaner.news.GleanerException;
import gleaner.news.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// Reads what a page says of itself out of its bytes; makes no request.
///
/// Any bytes give an answer: what cannot be read is absent. All words in it are plain text:
/// entities decoded, white space folded, without control and direction characters, with limits on
/// their length (a title 300 characters, a name 100, a summary 400).
public final class PageReader implements FetchReader {

    /// Bytes beyond these are not looked at.
    private static final int MOST = 4 * 1024 * 1024;

    private final SiteRules rules;

    private PageReader(SiteRules rules) {
        this.rules = rules;
    }

    /// A reader with what is known of well-known sites.
    public static PageReader builtIn() {
        return new PageReader(SiteRules.builtIn());
    }

    /// A reader with a file's rules for sites in the place of those that are built in.
    ///
    /// @param lines the lines of a file of rules, as `config/site.rules` explains them
    /// @param name how the file is called in an error
    /// @throws GleanerException if a line is no rule
    public static PageReader with(List<String> lines, String name) {
        return new PageReader(SiteRules.of(lines, name));
    }

    /// What the page says.
    ///
    /// @param contentType the `Content-Type` header, if there was one
    /// @param url where the bytes come from, after all redirects
    public Page read(byte[] body, Optional<String> contentType, String url) {
        var web = Web.of(url);
        var type = contentType.map(PageReader::bare).orElse("");
        if (Pdf.isPdf(body, type)) {
            return HtmlPage.known(Pdf.read(body, web, MOST), web, rules);
        }
        if (FileNames.isFile(body, type)) {
            return FileNames.page(web);
        }
        var html = body.length > MOST ? Arrays.copyOf(body, MOST) : body;
        return HtmlPage.read(Decoding.text(html, contentType), web, rules);
    }

    @Override
    public Page read(byte[] bytes, String contentType, String url) {
        return read(bytes, Optional.of(contentType), url);
    }

    /// By the site's rules alone: an address that a rule gives, or one that the page gives where a
    /// rule says how, on the page's own site.
    @Override
    public Optional<String> oembed(byte[] bytes, String contentType, String url, String asked) {
        var web = Web.of(asked);
        var nothing = Document.createShell(web.url());
        var given = rules.of("oembed", web, nothing, Head.of(nothing));
        if (given.isEmpty()) {
            var there = Web.of(url);
            var page = HtmlPage.document(Decoding.text(bytes, Optional.of(contentType)), there);
            return rules.of("oembed", there, page, Head.of(page))
                    .flatMap(found -> found.values().stream().findFirst())
                    .flatMap(there::resolve)
                    .filter(service -> Web.of(service).domain().equals(there.domain()));
        }
        return given.get().values().stream()
                .findFirst()
                .filter(service -> Web.of(service).isKnown());
    }

    private static String bare(String contentType) {
        int end = contentType.indexOf(';');
        return contentType
                .substring(0, end < 0 ? contentType.length() : end)
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
