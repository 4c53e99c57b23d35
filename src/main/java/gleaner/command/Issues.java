package gleaner.command;

import gleaner.digest.Note;
import gleaner.digest.check.Usual;
import gleaner.news.Role;
import gleaner.store.PublishedIssue;
import gleaner.store.Repository;
import java.util.ArrayList;
import java.util.Locale;

/// Shows issues: the published ones, and what the open one still lacks.
final class Issues {

    /// So many issues say what is usual.
    private static final int USUAL = 9;

    private final Repository repository;
    private final DraftMaker drafts;
    private final PageDesk desk;
    private final Lines lines;

    Issues(Repository repository, DraftMaker drafts, PageDesk desk, Lines lines) {
        this.repository = repository;
        this.drafts = drafts;
        this.desk = desk;
        this.lines = lines;
    }

    /// `{"open":3,"issues":[{"number","title","date","items"}]}`, the latest first
    Reply list(Command.ListIssues command) {
        var open = repository.openIssue();
        var told = new ArrayList<String>();
        told.add("Issue %d is open.".formatted(open));
        var json = Json.object().put("open", open);
        var array = json.putArray("issues");
        for (var issue : repository.publishedIssues(command.count())) {
            told.add(
                    "- %d: %s, %s, %s"
                            .formatted(
                                    issue.number(),
                                    Markdown.line(issue.title(), 100),
                                    lines.day(issue.at()),
                                    issue.items() == 1 ? "1 link" : issue.items() + " links"));
            array.addObject()
                    .put("number", issue.number())
                    .put("title", issue.title())
                    .put("date", issue.at().toString())
                    .put("items", issue.items());
        }
        if (told.size() > 1) {
            told.add(1, "");
        }
        return Replies.shown(String.join("\n", told), json);
    }

    /// A published issue byte for byte; of the open one the draft.
    Reply show(Command.ShowIssue command, Asker asker) {
        var number = command.number();
        var form = command.form();
        if (number == repository.openIssue()) {
            var drafted =
                    drafts.draft(java.util.Optional.empty(), false, asker.role() == Role.EDITOR);
            return new Reply(Reply.Kind.DOCUMENT, drafted.in(form), drafted.in(DraftForm.JSON));
        }
        return repository
                .snapshot(number)
                .map(snapshot ->
                        new Reply(
                                Reply.Kind.DOCUMENT,
                                snapshot.forms().getOrDefault(form.toString(), ""),
                                snapshot.forms().getOrDefault(DraftForm.JSON.toString(), "{}")))
                .orElseGet(() ->
                        Replies.refused(
                                "There is no issue %d; `issues` shows those there are."
                                        .formatted(number)));
    }

    /// `{"issue":3,"ready":false,"notes":[{"kind","ids","markdown"}]}`
    Reply check() {
        var checked = drafts.check(usual(), desk::lost);
        var ready = checked.notes().isEmpty();
        var json = Json.object().put("issue", checked.number()).put("ready", ready);
        var array = json.putArray("notes");
        for (var note : checked.notes()) {
            var item = array.addObject().put("kind", kind(note));
            item.set("ids", Json.texts(note.links()));
            item.put("markdown", note.markdown());
        }
        if (ready) {
            return Replies.shown(
                    "Issue %d is ready: `publish` publishes it.".formatted(checked.number()), json);
        }
        var told = new ArrayList<String>();
        told.add("Issue %d is not ready:\n".formatted(checked.number()));
        checked.notes().forEach(note -> told.add("- " + note.markdown()));
        return Replies.shown(String.join("\n", told), json);
    }

    private Usual usual() {
        var issues = repository.publishedIssues(USUAL);
        return new Usual(
                issues.stream().map(PublishedIssue::items).toList(),
                issues.stream()
                        .flatMap(issue -> repository.snapshot(issue.number()).stream())
                        .map(snapshot ->
                                snapshot.forms().getOrDefault(DraftForm.TEXT.toString(), ""))
                        .map(Usual::words)
                        .toList());
    }

    private static String kind(Note note) {
        return note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
