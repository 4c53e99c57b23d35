package gleaner.command;

import gleaner.digest.takeback.DraftChanges;
import gleaner.digest.takeback.DraftChanges.ChatEdit;
import gleaner.digest.takeback.DraftChanges.TurnEdit;
import gleaner.news.Chat;
import gleaner.news.Interview.Kind;
import gleaner.news.IssueField;
import gleaner.news.IssueWords;
import gleaner.news.SectionName;
import gleaner.store.ChatCodec;
import gleaner.store.IssueChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an edited draft changes of the issue's own words.
final class IssueEdits {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_CHAT = 60_000;
    private static final int MOST_TURNS = 200;

    private static final Chat NONE =
            new Chat(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    private final IssueWords words;
    private final Optional<KeptDraft> kept;
    private final TakenReport report;
    private final List<IssueChange> changes = new ArrayList<>();

    /// @param kept what the text was made from
    IssueEdits(IssueWords words, Optional<KeptDraft> kept, TakenReport report) {
        this.words = words;
        this.kept = kept;
        this.report = report;
    }

    void write(DraftChanges draft) {
        draft.title().ifPresent(text -> write(IssueField.TITLE, text, "the title"));
        draft.intro().ifPresent(text -> write(IssueField.INTRO, text, "the intro"));
        draft.headings()
                .forEach((section, heading) -> {
                    var own = words.of(IssueField.section(section));
                    write(
                            own.isPresent()
                                    ? IssueField.section(section)
                                    : IssueField.heading(section),
                            own.map(made -> IssueWords.renamed(made, heading)).orElse(heading),
                            "the heading of " + section);
                });
        draft.made()
                .forEach((section, heading) ->
                        write(
                                IssueField.section(section),
                                after().madeNext(heading),
                                "the section “%s”".formatted(Markdown.line(heading, 100))));
        draft.chat().ifPresent(this::chat);
        draft.closing().ifPresent(text -> write(IssueField.CLOSING, text, "the closing"));
    }

    private void write(IssueField field, String text, String what) {
        var before = words.of(field);
        var after = Optional.of(text).filter(given -> !given.isBlank());
        if (before.equals(after)) {
            return;
        }
        if (after.isEmpty() && kept.isEmpty()) {
            report.unplaced(
                    "%s is not in the text, which does not say what it was made from; it stays."
                            .formatted(Character.toUpperCase(what.charAt(0)) + what.substring(1)),
                    "");
            return;
        }
        var longest = field.equals(IssueField.INTERVIEW) ? LONGEST_CHAT : LONGEST;
        if (text.length() > longest) {
            report.unplaced("%s has more than %d characters.".formatted(what, longest), text);
        } else if (kept.filter(draft -> draft.isOther(field.name(), before)).isPresent()) {
            report.conflict(
                    "Somebody else has changed %s since; theirs stays.".formatted(what), text);
        } else {
            changes.add(new IssueChange(words.number(), field, before, after));
            report.wrote(what);
        }
    }

    private void chat(ChatEdit edit) {
        var before = words.of(IssueField.INTERVIEW).map(ChatCodec::read);
        if (before.isEmpty() && !edit.isNew()) {
            if (!edit.isRemoved()) {
                report.unplaced("The interview has been taken away since.", told(edit));
            }
            return;
        }
        if (edit.isRemoved()) {
            write(IssueField.INTERVIEW, "", "the interview");
            return;
        }
        if ((edit.isNew() && before.isPresent())
                || kept.filter(draft ->
                                draft.isOther(
                                        IssueField.INTERVIEW.name(),
                                        words.of(IssueField.INTERVIEW)))
                        .isPresent()) {
            report.conflict(
                    "Somebody else has changed the interview since; theirs stays.", told(edit));
            return;
        }
        var chat = before.orElse(NONE);
        var after = edit.title().isPresent() ? chat.withTitle(edit.title()) : chat;
        if (edit.intro().isPresent()) {
            after = after.withIntro(edit.intro().filter(text -> !text.isBlank()));
        }
        if (edit.turns().isPresent()) {
            var turns = new ArrayList<Chat.Turn>();
            edit.turns().get().forEach(turn -> turns.add(turn(turn, chat)));
            if (turns.size() > MOST_TURNS) {
                report.unplaced(
                        "An interview has at most %d turns.".formatted(MOST_TURNS), told(edit));
                return;
            }
            after = after.withTurns(turns);
        }
        write(IssueField.INTERVIEW, ChatCodec.write(after), "the interview");
    }

    /// Has the sections stand as the text has them.
    ///
    /// @param wanted those of the text
    /// @param was as the text was made
    /// @param is as they stand now
    /// @param then as they would stand without this
    void order(
            List<SectionName> wanted,
            List<SectionName> was,
            List<SectionName> is,
            List<SectionName> then) {
        var order = new ArrayList<>(wanted);
        order.retainAll(then);
        var shown = new ArrayList<>(then);
        shown.retainAll(order);
        if (shown.equals(order)) {
            return;
        }
        for (int i = 0; i < then.size(); i++) {
            if (!order.contains(then.get(i))) {
                order.add(i == 0 ? 0 : order.indexOf(then.get(i - 1)) + 1, then.get(i));
            }
        }
        var text = String.join(" ", order.stream().map(SectionName::value).toList());
        var before = new ArrayList<>(was);
        before.retainAll(is);
        var now = new ArrayList<>(is);
        now.retainAll(was);
        if (!before.equals(now)) {
            report.conflict(
                    "Somebody else has changed the order of the sections since; theirs stays.",
                    text);
        } else {
            write(IssueField.ORDER, text, "the order of the sections");
        }
    }

    private static Chat.Turn turn(TurnEdit edit, Chat chat) {
        var kind = edit.isQuestion() ? Kind.QUESTION : Kind.ANSWER;
        if (edit.from() > 0 && edit.from() <= chat.turns().size()) {
            var was = chat.turns().get(edit.from() - 1);
            return new Chat.Turn(
                    kind, edit.speaker().orElse(was.speaker()), edit.text().orElse(was.text()));
        }
        var speakers = chat.speakers(kind);
        return new Chat.Turn(
                kind,
                edit.speaker().orElse(speakers.size() == 1 ? speakers.getFirst() : ""),
                edit.text().orElse(""));
    }

    private static String told(ChatEdit edit) {
        var text = new StringBuilder();
        edit.title().ifPresent(it -> text.append(it).append('\n'));
        edit.intro().ifPresent(it -> text.append(it).append('\n'));
        edit.turns()
                .ifPresent(turns ->
                        turns.forEach(turn ->
                                turn.text()
                                        .ifPresent(it ->
                                                text.append(turn.isQuestion() ? "Q: " : "A: ")
                                                        .append(it)
                                                        .append('\n'))));
        return text.toString().strip();
    }

    List<IssueChange> changes() {
        return changes;
    }

    /// The issue's words once this is done.
    IssueWords after() {
        return TakingBack.with(words, changes);
    }
}
