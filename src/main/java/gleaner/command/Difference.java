package gleaner.command;

import gleaner.news.Curation;
import gleaner.news.Interview;
import gleaner.news.IssueField;
import gleaner.news.State;
import gleaner.news.Tag;
import gleaner.store.ChatCodec;
import gleaner.store.PastAct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One thing that an act changed, in people's words.
///
/// @param of the link's id; empty where it is of the issue or of a tag
/// @param what `blurb`, `title`, `#k8s` …
/// @param before empty where there was nothing
/// @param after empty where there is nothing now
record Difference(
        Optional<String> of, String what, Optional<String> before, Optional<String> after) {

    /// All that an act changed, in the order in which it keeps them; of publishing nothing, as its
    /// words say it.
    static List<Difference> of(PastAct act) {
        var all = new ArrayList<Difference>();
        for (var change : act.changes()) {
            var id = change.link().value();
            fields(change.before(), change.after())
                    .forEach(each ->
                            all.add(
                                    new Difference(
                                            Optional.of(id),
                                            each.what(),
                                            each.before(),
                                            each.after())));
        }
        for (var field : act.fields()) {
            add(
                    all,
                    field.field().toString(),
                    field.before().map(value -> shown(field.field(), value)),
                    field.after().map(value -> shown(field.field(), value)));
        }
        for (var joining : act.joinings()) {
            var into = Optional.of(joining.into().value());
            all.add(
                    new Difference(
                            Optional.of(joining.link().value()),
                            "whole",
                            joining.isOne() ? Optional.empty() : into,
                            joining.isOne() ? into : Optional.empty()));
        }
        for (var alias : act.aliases()) {
            add(
                    all,
                    "#" + alias.tag().shown(),
                    alias.before().map(tag -> "#" + tag.shown()),
                    alias.after().map(tag -> "#" + tag.shown()));
        }
        act.handed()
                .ifPresent(handed ->
                        all.add(
                                new Difference(
                                        Optional.empty(),
                                        "draft of issue %d in %s"
                                                .formatted(handed.issue(), handed.to()),
                                        Optional.empty(),
                                        Optional.of(handed.outcome()))));
        return List.copyOf(all);
    }

    private static List<Difference> fields(Curation before, Curation after) {
        var all = new ArrayList<Difference>();
        add(all, "state", Optional.of(name(before.state())), Optional.of(name(after.state())));
        each(all, "section", before.section(), after.section(), Object::toString);
        add(all, "blurb", before.blurb(), after.blurb());
        add(all, "note", before.note(), after.note());
        add(all, "link's words", before.linkWords(), after.linkWords());
        each(
                all,
                "byline",
                before.byline(),
                after.byline(),
                byline -> byline.author().orElse("") + "/" + byline.publisher().orElse(""));
        each(all, "place", before.rank(), after.rank(), Object::toString);
        each(all, "picture", before.picture(), after.picture(), picture -> picture.url());
        add(all, "tags put on", tags(before.tagsAdded()), tags(after.tagsAdded()));
        add(all, "tags taken off", tags(before.tagsRemoved()), tags(after.tagsRemoved()));
        add(all, "shares withdrawn", size(before), size(after));
        return all;
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static <T> void each(
            List<Difference> all,
            String what,
            Optional<T> before,
            Optional<T> after,
            Function<T, String> shown) {
        add(all, what, before.map(shown), after.map(shown));
    }

    private static void add(
            List<Difference> all, String what, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            all.add(new Difference(Optional.empty(), what, before, after));
        }
    }

    private static Optional<String> tags(List<Tag> tags) {
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        tags.stream()
                                .map(tag -> "#" + tag.shown())
                                .collect(Collectors.joining(" ")));
    }

    private static Optional<String> size(Curation curation) {
        return curation.withdrawn().isEmpty()
                ? Optional.empty()
                : Optional.of(Integer.toString(curation.withdrawn().size()));
    }

    /// What is kept in a form of its own is told as people would.
    private static String shown(IssueField field, String value) {
        if (field.equals(IssueField.INTERVIEW)) {
            var chat = ChatCodec.read(value);
            var told = new StringBuilder(chat.title().map(text -> text + ". ").orElse(""));
            told.append(chat.intro().map(text -> text + " ").orElse(""));
            chat.turns()
                    .forEach(turn -> {
                        var mark = turn.kind() == Interview.Kind.QUESTION ? "Q" : "A";
                        var speaker = turn.speaker().isBlank() ? "" : " " + turn.speaker();
                        told.append(mark).append(speaker).append(": ").append(turn.text());
                        told.append(' ');
                    });
            return told.toString().strip();
        }
        return field.name().startsWith("section:")
                ? value.substring(value.indexOf(' ') + 1)
                : value;
    }

    /// "blurb of `k3f9`: nothing → “Words”", the words cut to that length.
    String line(int length) {
        return "%s%s: %s → %s"
                .formatted(
                        Markdown.line(what, length),
                        of.map(id -> " of `" + id + "`").orElse(""),
                        told(before, length),
                        told(after, length));
    }

    private static String told(Optional<String> value, int length) {
        return value.map(words -> "“" + Markdown.line(words, length) + "”").orElse("nothing");
    }
}
