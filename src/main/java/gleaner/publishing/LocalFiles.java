package gleaner.publishing;

import gleaner.command.Destination;
import gleaner.command.DraftForm;
import gleaner.command.Edition;
import gleaner.command.FeedForm;
import gleaner.command.Publishers.Handed;
import gleaner.markdown.Plain;
import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// An issue as files in every form, and the feeds beside it; in a git work tree as a commit.
///
/// @param git where the files are committed; empty where they are only written
/// @param branch the only one on which is committed
record LocalFiles(Folder folder, Feeds feeds, Optional<Git> git, Optional<String> branch) {

    /// Looks whether it can be committed.
    void ready() {
        git.ifPresent(work -> work.branch(branch));
    }

    Handed hand(Edition issue, List<Edition> latest, boolean isConfirmed) {
        var on = git.map(work -> work.branch(branch));
        var files = files(issue, latest);
        var plan = folder.plan(files);
        if (!plan.foreign().isEmpty() && !isConfirmed) {
            throw GleanerException.failed(
                    "%s in %s %s there already and not as Gleaner left %s. `publish %d to %s confirm` writes over it."
                            .formatted(
                                    listed(plan.foreign()),
                                    Folder.shown(folder.path()),
                                    plan.foreign().size() == 1 ? "is" : "are",
                                    plan.foreign().size() == 1 ? "it" : "them",
                                    issue.number(),
                                    destination()));
        }
        folder.write(files, plan);
        var outcome =
                plan.isNothing()
                        ? "unchanged"
                        : plan.fresh().contains(Feeds.file(issue.number(), DraftForm.MARKDOWN))
                                ? "made"
                                : "updated";
        var written =
                plan.isNothing()
                        ? "Issue %d is in %s already, as it is."
                                .formatted(issue.number(), Folder.shown(folder.path()))
                        : "Issue %d is in %s: %s."
                                .formatted(
                                        issue.number(),
                                        Folder.shown(folder.path()),
                                        listed(List.copyOf(files.keySet())));
        if (git.isEmpty()) {
            return new Handed(outcome, written, Optional.empty());
        }
        var commit = git.get().commit(List.copyOf(files.keySet()), message(issue));
        if (commit.isEmpty()) {
            return new Handed("unchanged", written + " It was committed before.", Optional.empty());
        }
        return new Handed(
                plan.isNothing() ? "made" : outcome,
                written
                        + " Committed as %s on %s; nothing was pushed."
                                .formatted(
                                        Plain.words(commit.get()),
                                        Plain.words(Excerpt.of(on.orElse("")))),
                Optional.empty());
    }

    String rehearse(Edition issue, List<Edition> latest) {
        var files = files(issue, latest);
        var plan = folder.plan(files);
        var lines =
                files.keySet().stream()
                        .map(name ->
                                "%s: %s".formatted(folder.path().resolve(name), what(name, plan)))
                        .collect(Collectors.joining("\n"));
        return git.isEmpty()
                ? lines
                : lines
                        + "\n\ngit commit --only --message='%s' -- %s"
                                .formatted(
                                        message(issue).replace("'", "'\\''"),
                                        String.join(" ", files.keySet()));
    }

    private static String what(String name, Folder.Plan plan) {
        return plan.fresh().contains(name)
                ? "new"
                : plan.changed().contains(name)
                        ? "changed"
                        : plan.foreign().contains(name)
                                ? "written over, with confirm only"
                                : "as it is";
    }

    private Map<String, String> files(Edition issue, List<Edition> latest) {
        var files = new LinkedHashMap<String, String>();
        for (var form : DraftForm.values()) {
            files.put(Feeds.file(issue.number(), form), issue.in(form));
        }
        for (var form : FeedForm.values()) {
            files.put(
                    Feeds.file(form),
                    feeds.write(form, latest, Optional.empty(), UnaryOperator.identity()));
        }
        return files;
    }

    private Destination destination() {
        return git.isPresent() ? Destination.GIT : Destination.FILE;
    }

    private static String message(Edition issue) {
        return Excerpt.of(
                issue.title().contains(Integer.toString(issue.number()))
                        ? issue.title()
                        : "Issue %d: %s".formatted(issue.number(), issue.title()),
                100);
    }

    private static String listed(List<String> names) {
        return names.stream().map(Plain::words).collect(Collectors.joining(", "));
    }
}
