package gleaner.digest.format;

import gleaner.digest.Item;
import gleaner.digest.prose.SafeUrl;
import gleaner.template.Shown;
import gleaner.template.View;

/// A link for templates: one of those at the end, or another page on an item's story.
final class LinkView implements View {

    private final int number;
    private final String host;
    private final String url;
    private final PageLanguage in;

    LinkView(int number, String url, PageLanguage in) {
        this.number = number;
        this.host = SafeUrl.host(url);
        this.url = url;
        this.in = in;
    }

    LinkView(Item.Also also, PageLanguage in) {
        this.number = 0;
        this.host = also.host();
        this.url = SafeUrl.of(also.url()).orElse("");
        this.in = in;
    }

    public int number() {
        return number;
    }

    public Shown host() {
        return in.plain(host);
    }

    public Shown url() {
        return in.url(url);
    }
}
