package gleaner.digest.format;

import gleaner.template.Shown;
import gleaner.template.View;
import java.util.List;

/// The items under one tag, for templates.
final class TagView implements View {

    private final String heading;
    private final List<ItemView> items;
    private final PageLanguage in;

    TagView(String heading, List<ItemView> items, PageLanguage in) {
        this.heading = heading;
        this.items = List.copyOf(items);
        this.in = in;
    }

    public Shown heading() {
        return in.plain(heading);
    }

    public List<ItemView> items() {
        return items;
    }
}
