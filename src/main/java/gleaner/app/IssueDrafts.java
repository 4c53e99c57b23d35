package gleaner.app;

import gleaner.app.config.Config;
import gleaner.digest.Draft;
import gleaner.digest.DraftStyle;
import gleaner.digest.Mentions;
import gleaner.digest.Wording;
import gleaner.digest.drafting.Drafter;
import gleaner.digest.drafting.EditorWords;
import gleaner.news.Chat;
import gleaner.news.IssueField;
import gleaner.news.IssueWords;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Period;
import gleaner.store.ChatCodec;
import gleaner.store.Index;
import gleaner.store.Interviews;
import gleaner.store.Repository;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes drafts in the configured style: of the open issue's links, or those of a period, and of
/// what editors wrote.
final class IssueDrafts {

    private final Repository repository;
    private final Interviews interviews;
    private final Config config;
    private final Wording wording;
    private final Looks looks;
    private final boolean pickedOnly;

    IssueDrafts(Repository repository, Interviews interviews, Config config) {
        this.repository = repository;
        this.interviews = interviews;
        this.config = config;
        var digest = config.digest();
        this.wording =
                digest.words()
                        .with(
                                digest.title().value().replace("{name}", config.newsroom().name()),
                                digest.intro(),
                                digest.closingHeading(),
                                digest.closing());
        this.looks = Looks.of(config);
        this.pickedOnly = digest.include() == Config.Include.PICKED;
    }

    /// A draft, and what it was made of.
    record Made(Draft draft, IssueWords words, List<Link> candidates) {}

    Made made(Optional<Period> period, boolean picked) {
        var words = repository.issueWords();
        var candidates = candidates(period);
        return new Made(draft(words, period, candidates, picked), words, candidates);
    }

    /// How a draft introduces what else was written on the same.
    String also() {
        return wording.also();
    }

    /// The links that stand for the open issue, or those with a share in that period.
    List<Link> candidates(Optional<Period> period) {
        var ids =
                period.map(asked ->
                                repository.sharedBetween(
                                        asked.from().toEpochMilli(), asked.to().toEpochMilli()))
                        .orElseGet(() -> repository.newest(new Index.Open(), 0, Integer.MAX_VALUE));
        return repository.links(ids).stream()
                .filter(link ->
                        period.isEmpty()
                                || link.liveShares().stream()
                                        .anyMatch(share -> period.get().contains(share.time())))
                .toList();
    }

    Draft draft(IssueWords words, Optional<Period> period, List<Link> candidates, boolean picked) {
        var newsroom = config.newsroom();
        var drafter =
                new Drafter(
                        new DraftStyle(
                                words.in(config.sections()),
                                newsroom.zone(),
                                newsroom.language(),
                                newsroom.name(),
                                wording,
                                looks.now()));
        var chat = words.of(IssueField.INTERVIEW).map(ChatCodec::read);
        var written =
                new EditorWords(
                        words.of(IssueField.TITLE),
                        words.of(IssueField.INTRO),
                        words.of(IssueField.CLOSING),
                        chat,
                        chat.filter(this::isChanged).isPresent(),
                        words.order());
        return drafter.draft(
                words.number(),
                period,
                written,
                candidates,
                mentioned(written, candidates),
                picked || pickedOnly);
    }

    /// Whether somebody edited or deleted words of the thread since it was taken, or closed its
    /// place to the public. What is kept no more was deleted as a whole.
    private boolean isChanged(Chat chat) {
        return chat.thread()
                .filter(thread -> !chat.source().equals(interviews.of(thread).map(Chat::sourceOf)))
                .isPresent();
    }

    /// The links that editors' words mention and that are no candidates, by the ids there.
    private Map<LinkId, Link> mentioned(EditorWords words, List<Link> candidates) {
        var ids = new LinkedHashSet<LinkId>();
        words.intro().map(Mentions::ids).ifPresent(ids::addAll);
        words.signOff().map(Mentions::ids).ifPresent(ids::addAll);
        words.chat()
                .ifPresent(chat -> {
                    chat.intro().map(Mentions::ids).ifPresent(ids::addAll);
                    chat.turns().forEach(turn -> ids.addAll(Mentions.ids(turn.text())));
                });
        candidates.forEach(
                link -> link.curation().blurb().map(Mentions::ids).ifPresent(ids::addAll));
        if (ids.isEmpty()) {
            return Map.of();
        }
        candidates.forEach(link -> ids.remove(link.id()));
        return ids.isEmpty() ? Map.of() : repository.named(ids);
    }
}
