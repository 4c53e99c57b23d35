package gleaner.digest.format;

import gleaner.digest.Item;
import gleaner.digest.Wording;
import gleaner.digest.prose.SafeUrl;
import gleaner.news.Tag;
import gleaner.template.Shown;
import gleaner.template.View;
import java.util.List;
import java.util.Locale;

/// An item for templates.
final class ItemView implements View {

    private final Item item;
    private final Wording wording;
    private final PageLanguage in;

    ItemView(Item item, Wording wording, PageLanguage in) {
        this.item = item;
        this.wording = wording;
        this.in = in;
    }

    public String kind() {
        return "item";
    }

    public Shown words() {
        return in.words(item.whole(wording.also()));
    }

    public Shown sentence() {
        return in.words(item.sentence());
    }

    public Shown attribution() {
        return item.attribution().map(in::plain).orElse(Shown.NOTHING);
    }

    public List<LinkView> also() {
        return item.also().stream().map(other -> new LinkView(other, in)).toList();
    }

    public List<View> more() {
        return PieceViews.of(item.more(), wording, in);
    }

    public Shown id() {
        return in.plain(item.links().getFirst().value());
    }

    public Shown url() {
        return in.url(SafeUrl.of(item.urls().getFirst()).orElse(""));
    }

    public Shown host() {
        return in.plain(SafeUrl.host(item.urls().getFirst()));
    }

    public List<Shown> tags() {
        return item.tags().stream().map(tag -> in.plain("#" + tag.shown())).toList();
    }

    public int votes() {
        return item.votes();
    }

    public int shares() {
        return item.shares();
    }

    public String state() {
        return item.state().name().toLowerCase(Locale.ROOT);
    }

    List<Tag> ownTags() {
        return item.tags();
    }
}
