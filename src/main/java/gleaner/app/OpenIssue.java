package gleaner.app;

import gleaner.app.config.Config;
import gleaner.command.DraftForm;
import gleaner.command.DraftMaker;
import gleaner.digest.Draft;
import gleaner.digest.DraftStyle;
import gleaner.digest.Drafter;
import gleaner.digest.Format;
import gleaner.digest.Wording;
import gleaner.news.LinkId;
import gleaner.news.Period;
import gleaner.news.SectionName;
import gleaner.store.Index;
import gleaner.store.Repository;
import java.util.List;
import java.util.Optional;

/// Drafts of the open issue: the store's links, put before the drafter in the configured style.
final class OpenIssue implements DraftMaker {

    private final Repository repository;
    private final Drafter drafter;
    private final boolean pickedOnly;

    OpenIssue(Repository repository, Config config) {
        this.repository = repository;
        var newsroom = config.newsroom();
        var wording = config.digest();
        this.drafter = new Drafter(new DraftStyle(
                config.sections(),
                newsroom.zone(),
                newsroom.language(),
                newsroom.name(),
                new Wording(
                        wording.title().value(),
                        wording.intro(),
                        wording.closingHeading(),
                        wording.closing(),
                        Wording.DEFAULT.also(),
                        Wording.DEFAULT.notesHeading())));
        this.pickedOnly = wording.include() == Config.Include.PICKED;
    }

    @Override
    public Drafted draft(Optional<Period> period, boolean picked, boolean forEditor) {
        var draft = draft(period, picked);
        return form -> draft.render(format(form), forEditor);
    }

    @Override
    public List<LinkId> order(SectionName section) {
        return draft(Optional.empty(), false).order(section);
    }

    private Draft draft(Optional<Period> period, boolean picked) {
        var ids = period.map(asked -> repository.sharedBetween(
                        asked.from().toEpochMilli(), asked.to().toEpochMilli()))
                .orElseGet(() -> repository.newest(new Index.Open(), 0, Integer.MAX_VALUE));
        var candidates = repository.links(ids).stream()
                .filter(link -> period.isEmpty()
                        || link.liveShares().stream()
                                .anyMatch(share -> period.get().contains(share.time())))
                .toList();
        return drafter.draft(repository.openIssue(), period, candidates, picked || pickedOnly);
    }

    private static Format format(DraftForm form) {
        return switch (form) {
            case MARKDOWN -> Format.MARKDOWN;
            case HTML -> Format.HTML;
            case TEXT -> Format.TEXT;
            case JSON -> Format.JSON;
        };
    }
}
