package gleaner.command;

import gleaner.news.IssueField;
import gleaner.news.IssueWords;
import gleaner.news.Link;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.State;
import gleaner.store.IssueChange;
import gleaner.store.Repository;
import gleaner.store.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What editors write for the open issue as a whole. Every method plans, none does.
final class IssueWriting {

    /// More than any newsletter has; it keeps a slip with `+` from growing without end.
    private static final int LONGEST = 20_000;

    private final Repository repository;
    private final Supplier<Sections> sections;
    private final Curating curating;

    IssueWriting(Repository repository, Supplier<Sections> sections, Curating curating) {
        this.repository = repository;
        this.sections = sections;
        this.curating = curating;
    }

    Plan title(Command.Title title) {
        return write(title.verb(), IssueField.TITLE, title.words());
    }

    Plan intro(Command.Intro intro) {
        return write(intro.verb(), IssueField.INTRO, intro.words(), intro.isMore());
    }

    Plan closing(Command.Closing closing) {
        return write(closing.verb(), IssueField.CLOSING, closing.words(), closing.isMore());
    }

    private Plan write(Verb verb, IssueField field, Optional<String> words, boolean more) {
        var before = repository.issueWords().of(field);
        var after =
                more && before.isPresent()
                        ? words.map(text -> before.get() + "\n\n" + text)
                        : words;
        return write(verb, field, after);
    }

    private Plan write(Verb verb, IssueField field, Optional<String> after) {
        if (after.filter(text -> text.length() > LONGEST).isPresent()) {
            return Plan.only(
                    Replies.refused(
                            "The %s would have %d characters; at most %d are possible."
                                    .formatted(field, after.get().length(), LONGEST)));
        }
        var words = repository.issueWords();
        var before = words.of(field);
        var sentence =
                before.equals(after)
                        ? "The %s of issue %d is as it was.".formatted(field, words.number())
                        : "%s the %s of issue %d."
                                .formatted(
                                        after.isPresent() ? "Wrote" : "Cleared",
                                        field,
                                        words.number());
        return plan(verb, words, field, after, sentence);
    }

    private static Plan plan(
            Verb verb,
            IssueWords words,
            IssueField field,
            Optional<String> after,
            String sentence) {
        var reply = Replies.done(verb, List.of(), sentence);
        var before = words.of(field);
        return before.equals(after)
                ? Plan.only(reply)
                : Plan.of(
                        List.of(),
                        List.of(new IssueChange(words.number(), field, before, after)),
                        reply);
    }

    /// Of a section of this issue only it changes the name; cleared, the section is gone.
    Plan heading(Command.Heading heading) {
        var words = repository.issueWords();
        var name = heading.section();
        var own = IssueField.section(name);
        var made = words.of(own);
        if (made.isPresent()) {
            var after = heading.words().map(text -> IssueWords.renamed(made.get(), text));
            var sentence =
                    after.isPresent()
                            ? headed(name, heading.words().get(), words.number())
                            : "Took the section %s away; its links stand where their tags lead."
                                    .formatted(name);
            return plan(heading.verb(), words, own, after, sentence);
        }
        var sentence =
                heading.words()
                        .map(text -> headed(name, text, words.number()))
                        .orElse("%s is headed as in every issue.".formatted(name));
        return plan(heading.verb(), words, IssueField.heading(name), heading.words(), sentence);
    }

    private static String headed(SectionName name, String heading, int issue) {
        return "%s is headed “%s” in issue %d.".formatted(name, Markdown.line(heading, 100), issue);
    }

    /// Makes a section of this issue only; the links are taken into it in that order.
    Plan newSection(Command.NewSection command, List<Link> links, Asker asker) {
        var name = command.name();
        if (sections.get().named(name).isPresent()) {
            return Plan.only(
                    Replies.refused(
                            "There is a section %s already; `section LINK %s` puts links there."
                                    .formatted(name, name)));
        }
        var words = repository.issueWords();
        var change =
                new IssueChange(
                        words.number(),
                        IssueField.section(name),
                        words.of(IssueField.section(name)),
                        Optional.of(words.madeNext(command.heading())));
        var revisions = new ArrayList<Revision>();
        for (var link : links) {
            var after =
                    link.curation()
                            .withState(
                                    link.curation().isTaken()
                                            ? link.curation().state()
                                            : State.PICKED)
                            .withSection(Optional.of(name))
                            .withRank(Optional.of(revisions.size() + 1));
            revisions.add(new Revision(link, Curating.edited(after, asker)));
        }
        var sentence =
                "Made the section “%s” of issue %d%s."
                        .formatted(
                                Markdown.line(command.heading(), 100),
                                words.number(),
                                links.isEmpty() ? "" : " with " + curating.names(links, asker));
        return Plan.of(
                revisions,
                List.of(change),
                Replies.done(command.verb(), links.stream().map(Link::id).toList(), sentence));
    }
}
