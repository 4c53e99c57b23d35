package gleaner.digest.format;

import gleaner.digest.Draft;
import gleaner.digest.Piece;
import gleaner.digest.Wording;
import gleaner.news.Tag;
import gleaner.template.Shown;
import gleaner.template.View;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a template knows of a draft; `docs/templates.md` tells each name.
///
/// Words are made when they are asked for, so that footnotes and links are numbered as the page is
/// read, in whatever order a template has it.
final class PageView implements View {

    private final Draft draft;
    private final boolean forEditor;
    private final PageLanguage in;
    private final List<SectionView> sections;
    private int listed;

    PageView(Draft draft, boolean forEditor, PageLanguage in) {
        this.draft = draft;
        this.forEditor = forEditor;
        this.in = in;
        this.sections =
                draft.parts().stream().map(part -> new SectionView(part, wording(), in)).toList();
    }

    private Wording wording() {
        return draft.style().wording();
    }

    public Shown newsletter() {
        return in.plain(draft.style().newsletterName());
    }

    public int number() {
        return draft.number();
    }

    public Shown title() {
        return in.words(draft.heading());
    }

    public Shown plainTitle() {
        return in.plain(draft.title());
    }

    public Shown period() {
        return in.plain(draft.period());
    }

    public String language() {
        return draft.style().locale().toLanguageTag();
    }

    public String direction() {
        var locale = com.ibm.icu.util.ULocale.forLocale(draft.style().locale());
        return locale.isRightToLeft() ? "rtl" : "ltr";
    }

    public boolean forEditor() {
        return forEditor;
    }

    public List<View> intro() {
        return views(draft.opening(forEditor));
    }

    public List<SectionView> sections() {
        return sections;
    }

    public List<ItemView> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    public List<SectionView> interviews() {
        return sections.stream().filter(SectionView::isInterview).toList();
    }

    /// Each item once, under that of its tags that most items have; more items come first, those
    /// without a tag last.
    public List<TagView> tags() {
        var items = items();
        var counts = new LinkedHashMap<Tag, Integer>();
        items.forEach(item -> item.ownTags().forEach(tag -> counts.merge(tag, 1, Integer::sum)));
        var groups = new LinkedHashMap<Optional<Tag>, List<ItemView>>();
        for (var item : items) {
            var most =
                    item.ownTags().stream()
                            .reduce((a, b) -> count(counts, b) > count(counts, a) ? b : a);
            groups.computeIfAbsent(most, _ -> new ArrayList<>()).add(item);
        }
        return groups.entrySet().stream()
                .sorted(Comparator.comparingInt(PageView::place))
                .map(group ->
                        new TagView(
                                group.getKey()
                                        .map(tag -> "#" + tag.shown())
                                        .orElse(wording().untagged()),
                                group.getValue(),
                                in))
                .toList();
    }

    private static int count(Map<Tag, Integer> counts, Tag tag) {
        return counts.getOrDefault(tag, 0);
    }

    private static int place(Map.Entry<Optional<Tag>, List<ItemView>> group) {
        return group.getKey().isEmpty() ? 1 : -group.getValue().size();
    }

    public Shown closingHeading() {
        return in.plain(wording().signOffHeading());
    }

    public List<View> closing() {
        return views(draft.ending());
    }

    /// Those that were called for when the list is asked.
    public List<FootnoteView> footnotes() {
        var notes = in.calls().inOrder();
        listed = notes.size();
        return new AbstractList<>() {
            @Override
            public FootnoteView get(int at) {
                return new FootnoteView(at + 1, notes.get(at).words(), in);
            }

            @Override
            public int size() {
                return notes.size();
            }
        };
    }

    public List<LinkView> links() {
        return in.numbered().stream()
                .map(link -> new LinkView(link.number(), link.url(), in))
                .toList();
    }

    public Shown notesHeading() {
        return in.plain(wording().notesHeading());
    }

    public List<NoteView> notes() {
        return forEditor
                ? draft.notes().stream().map(note -> new NoteView(note, in)).toList()
                : List.of();
    }

    /// How many footnotes were called for after the last time that all were listed.
    int unlisted() {
        return in.calls().size() - listed;
    }

    private List<View> views(List<Piece> pieces) {
        return PieceViews.of(pieces, wording(), in);
    }
}
