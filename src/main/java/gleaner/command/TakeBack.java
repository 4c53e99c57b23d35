package gleaner.command;

import gleaner.digest.takeback.DraftChanges;
import gleaner.news.Event.MessagePosted;
import gleaner.news.GleanerException;
import gleaner.news.LinkKey;
import gleaner.news.Role;
import gleaner.store.Repository;
import gleaner.store.Sharing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Takes back what an editor changed in the text of a draft: all of it as one act, which `undo`
/// takes back as a whole.
///
/// Three texts are compared: what was handed out, what came back, and how the issue stands now.
/// What nobody changed is not touched; what somebody else has written since stays and is told; what
/// has no place is told. Safe for use by many threads.
public final class TakeBack {

    /// The act's words in the history.
    static final String WORDS = "take-back";

    private final Repository repository;
    private final Committing committing;
    private final Collector collector;
    private final Function<String, LinkKey> keys;
    private final DraftTexts drafts;

    /// @param keys the key of a URL
    public TakeBack(
            Repository repository,
            Collector collector,
            Function<String, LinkKey> keys,
            DraftTexts drafts) {
        this.repository = repository;
        this.committing = new Committing(repository);
        this.collector = collector;
        this.keys = keys;
        this.drafts = drafts;
    }

    /// What became of a text.
    ///
    /// @param isWhole whether all that was changed in it has been taken; where not, the text should
    ///   be kept
    public record Taken(Reply reply, boolean isWhole) {}

    /// The text that words bring along: `take-back`, and from the next line on the text, which may
    /// be empty where a channel could not read it; empty where they are no such words.
    public static Optional<String> text(String words) {
        if (words.equals(WORDS)) {
            return Optional.of("");
        }
        return words.startsWith(WORDS + "\n")
                ? Optional.of(words.substring(WORDS.length() + 1))
                : Optional.empty();
    }

    /// Takes back what was changed in the text. Whatever is wrong is told in the reply; nothing is
    /// thrown for it.
    ///
    /// @param text Markdown
    public Taken run(String text, Asker asker) {
        var refusal = refusal(text, asker);
        if (refusal.isPresent()) {
            return new Taken(Replies.refused(refusal.get()), false);
        }
        try {
            var before = repository.answerTo(asker.command()).map(Replies::read);
            var isWhole = new boolean[] {before.isPresent()};
            var reply =
                    before.orElseGet(() ->
                            committing.tried(
                                    WORDS,
                                    asker,
                                    () -> {
                                        var taking = taking(text, asker);
                                        var plan = taking.plan();
                                        isWhole[0] = taking.isWhole();
                                        return plan;
                                    }));
            return new Taken(reply, isWhole[0] && reply.kind().isFine());
        } catch (GleanerException e) {
            var kind =
                    switch (e.kind()) {
                        case USAGE -> Reply.Kind.MISUNDERSTOOD;
                        case FAILED -> Reply.Kind.REFUSED;
                        case UNAVAILABLE -> Reply.Kind.FAILED;
                    };
            return new Taken(Replies.error(kind, e.sentence(), Optional.empty()), false);
        }
    }

    private static Optional<String> refusal(String text, Asker asker) {
        if (asker.role() != Role.EDITOR) {
            return Optional.of(
                    "Only an editor can change the draft; editors are named under 'editors' in config/gleaner.yaml.");
        }
        if (text.length() > DraftChanges.LONGEST) {
            return Optional.of(
                    "A draft's text has at most %d characters; this one has %d."
                            .formatted(DraftChanges.LONGEST, text.length()));
        }
        return text.isBlank()
                ? Optional.of(
                        "The text is empty or could not be read; nothing was done. It should be UTF-8; in Slack, the app needs the scope files:read.")
                : Optional.empty();
    }

    private TakingBack taking(String text, Asker asker) {
        var taking = new TakingBack(repository, keys, drafts, text, asker);
        var added = taking.added();
        if (added.isEmpty()) {
            return taking;
        }
        // Kept first, as by `add`: where it ends in between, they are kept again, which changes
        // nothing.
        collect(added, asker);
        return new TakingBack(repository, keys, drafts, text, asker);
    }

    private List<Sharing> collect(List<String> urls, Asker asker) {
        return collector.collect(
                new MessagePosted(
                        asker.command(),
                        asker.channel(),
                        asker.person(),
                        asker.time(),
                        String.join("\n", urls),
                        asker.visibility(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
