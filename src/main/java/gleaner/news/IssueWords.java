package gleaner.news;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What editors wrote for the open issue as a whole.
///
/// @param number of the issue
/// @param edits grows with every change; a publishing that was made from an older one is refused
/// @param values only what was written
public record IssueWords(int number, long edits, Map<IssueField, String> values) {

    public IssueWords {
        values = Map.copyOf(values);
    }

    /// Nothing was written for it yet.
    public static IssueWords none(int number) {
        return new IssueWords(number, 0, Map.of());
    }

    /// What was written there.
    public Optional<String> of(IssueField field) {
        return Optional.ofNullable(values.get(field));
    }

    /// The sections of this issue: those of every one, under the headings that they have here, and
    /// right after the lead those of this one only, in the order in which they were made. An order
    /// that was written holds among the sections that it names; the others stand where they stood.
    public Sections in(Sections usual) {
        return new Sections(ordered(all(usual)), usual.lead(), usual.standard());
    }

    private List<Section> all(Sections usual) {
        if (values.keySet().stream()
                .noneMatch(field -> field.headed().or(field::made).isPresent())) {
            return usual.inOrder();
        }
        var own = own().stream().filter(made -> usual.named(made.name()).isEmpty()).toList();
        var all = new ArrayList<Section>();
        for (var section : usual.inOrder()) {
            var heading = of(IssueField.heading(section.name())).orElse(section.heading());
            all.add(new Section(section.name(), heading, section.tags(), section.isOwn()));
            if (section.name().equals(usual.lead())) {
                all.addAll(own);
            }
        }
        return all;
    }

    private List<Section> ordered(List<Section> sections) {
        var order = order();
        var named =
                sections.stream()
                        .filter(section -> order.contains(section.name()))
                        .sorted(Comparator.comparingInt(section -> order.indexOf(section.name())))
                        .iterator();
        return sections.stream()
                .map(section -> order.contains(section.name()) ? named.next() : section)
                .toList();
    }

    /// The order that was written for its sections, the interview's place in it as that of a
    /// section of the name `interview`; empty where they stand as usual.
    public List<SectionName> order() {
        return of(IssueField.ORDER).stream()
                .flatMap(order -> Arrays.stream(order.split(" ", -1)))
                .filter(name -> !name.isBlank())
                .map(SectionName::new)
                .toList();
    }

    private List<Section> own() {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().made().isPresent())
                .sorted(
                        Comparator.comparingInt((Map.Entry<IssueField, String> entry) ->
                                        place(entry.getValue()))
                                .thenComparing(entry -> entry.getKey().name()))
                .map(entry ->
                        new Section(
                                entry.getKey().made().orElseThrow(),
                                heading(entry.getValue()),
                                List.of(),
                                true))
                .toList();
    }

    /// The value of [IssueField#section] that makes a section after all that were made before.
    public String madeNext(String heading) {
        var last =
                values.entrySet().stream()
                        .filter(entry -> entry.getKey().made().isPresent())
                        .mapToInt(entry -> place(entry.getValue()))
                        .max();
        return (last.orElse(0) + 1) + " " + heading;
    }

    /// The value of [IssueField#section] with another heading.
    public static String renamed(String made, String heading) {
        return place(made) + " " + heading;
    }

    private static int place(String made) {
        return Integer.parseInt(made.substring(0, made.indexOf(' ')));
    }

    private static String heading(String made) {
        return made.substring(made.indexOf(' ') + 1);
    }
}
